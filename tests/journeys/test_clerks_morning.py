"""A clerk's morning: find and repair, three requests, and a wrong link. Each page also on a phone."""

import pytest
from playwright.sync_api import expect

from rehearsals.models import Rehearsal
from tests.journeys import walks
from tests.journeys.person import Person
from tests.support.cast import GILBERT, GRANT, JOHN, MIRIAM, RUTH, TERESA
from tests.support.factories import EfileRegistrationFactory
from tests.support.moments import FIRST_RUSH
from tests.support.visitor import hold

pytestmark = pytest.mark.django_db(transaction=True)


def fill_the_queues(rehearsal: Rehearsal) -> None:
    """Three requests in this order: Ruth, John, Teresa. Grant is linked to Miriam's login."""
    hold(rehearsal, FIRST_RUSH)
    court = rehearsal.courts.get(code="nmd")
    for who in (RUTH, JOHN, TERESA):
        account = rehearsal.pacer_accounts.get(account_number=who.number)
        EfileRegistrationFactory(court=court, pacer_account=account)
    wrong = court.cmecf_accounts.get(login=MIRIAM.login)
    wrong.pacer_account = rehearsal.pacer_accounts.get(account_number=GRANT.number)
    wrong.linked_at = FIRST_RUSH
    wrong.save()


def goes_home(clerk: Person) -> None:
    clerk.page.get_by_role("navigation", name="Staff pages").get_by_role(
        "link", name="Home"
    ).click()


def message(clerk: Person, text: str) -> None:
    expect(clerk.page.locator(".messagelist")).to_contain_text(text)


def repairs_an_email(clerk: Person) -> None:
    clerk.page.get_by_label("Find a person").fill(GILBERT.login)
    clerk.click("Find")
    clerk.click(GILBERT.name, role="link")
    clerk.click(GILBERT.login, role="link")
    clerk.sees_heading("Change CM/ECF account")
    clerk.checks_staff_page()
    clerk.fill("E-mail on file:", "gilbert@example.com")
    clerk.click("Save")
    message(clerk, f"Saved: {GILBERT.login} ({GILBERT.name}), in {clerk.rehearsal}.")
    clerk.checks_staff_page()


def decides_three_requests(clerk: Person) -> None:
    goes_home(clerk)
    clerk.click("Requests to e-file waiting", role="link")
    clerk.sees_heading("Requests to e-file")
    clerk.checks_staff_page()
    clerk.click(RUTH.name, role="link")
    clerk.sees_heading(f"{RUTH.name}, District of New Mexico")
    expect(clerk.page.get_by_role("link", name="Next waiting (2)")).to_be_visible()
    clerk.checks_staff_page()
    clerk.click("Approve")
    message(clerk, f"Approved: {RUTH.name}")
    message(clerk, f"in {clerk.rehearsal}.")
    clerk.sees_heading(f"{JOHN.name}, District of New Mexico")
    expect(clerk.page.get_by_label("Reason")).to_have_value("link_instead")
    clerk.checks_staff_page()
    clerk.click("Reject")
    message(clerk, f"Rejected: {JOHN.name}")
    clerk.sees_heading(f"{TERESA.name}, District of New Mexico")
    clerk.page.get_by_label("Remark").fill("Send your certificate of good standing.")
    clerk.click("Ask for more information")
    message(clerk, "Nothing else waits here.")
    expect(clerk.page.locator(".empty-list")).to_contain_text("Nothing waits.")
    clerk.checks_staff_page()


def unlinks_a_wrong_link(clerk: Person) -> None:
    goes_home(clerk)
    clerk.click("Links whose names differ", role="link")
    row = clerk.page.get_by_role("row", name=MIRIAM.name)
    expect(row).to_have_count(1)
    clerk.checks_staff_page()
    row.get_by_role("checkbox").check()
    clerk.page.locator("select[name=action]").select_option("Unlink, with a reason")
    clerk.click("Run" if clerk.page.get_by_role("button", name="Run").count() else "Go")
    clerk.sees_heading(f"Unlink CM/ECF accounts in {clerk.rehearsal}?")
    clerk.checks_staff_page()
    clerk.fill("Reason for undoing this link:", "Linked to a colleague by mistake")
    clerk.click("Unlink 1 account")
    message(clerk, f"Unlinked: {MIRIAM.login}")
    clerk.checks_staff_page()


def test_a_clerk_repairs_decides_and_unlinks(person: Person):
    fill_the_queues(person.rehearsal)
    walks.sign_in_as_staff(person)
    person.checks_staff_page()
    repairs_an_email(person)
    decides_three_requests(person)
    unlinks_a_wrong_link(person)
    goes_home(person)
    person.checks_staff_page()
    person.reads("Nothing waits")
