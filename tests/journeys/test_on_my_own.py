"""Noel alone: On my own, from the reminder in March to the link on go-live, without a hint."""

import pytest
from playwright.sync_api import expect

from tests.journeys import walks
from tests.journeys.person import PHONE
from tests.support.cast import NOEL
from training.models import HintUse

pytestmark = pytest.mark.django_db(transaction=True)


def test_noel_takes_the_four_steps_without_a_hint(person):
    moves_the_clock(person, "The reminder")
    chooses_on_my_own(person)
    upgrades_from_the_pacer_site(person)
    logs_in_to_the_old_cmecf(person)
    waits_for_go_live(person)
    links_on_monday_morning(person)
    assert not HintUse.objects.exists()


def moves_the_clock(noel, moment: str) -> None:
    """On the clock page, and back to the rehearsal home."""
    noel.go("/")
    noel.follow("Change the time")
    noel.page.get_by_role("button", name=f"Move the clock to {moment}").click()
    noel.go("/")


def chooses_on_my_own(noel) -> None:
    noel.click("Practice as Noel Attorney")
    noel.reads("Start at www.pacer.gov.")
    noel.click("Switch to On my own")
    noel.sees_heading("Next: step 2 of 4 Upgrade your PACER account")
    noel.does_not_read("Start at www.pacer.gov.")
    noel.checks_page()
    checks_phone(noel)


def checks_phone(noel) -> None:
    """On a phone the credentials follow the next step, and three screens are enough."""
    size = noel.page.viewport_size
    noel.page.set_viewport_size(PHONE)
    noel.checks_accessibility()
    tops = [
        noel.page.locator(part).bounding_box()["y"]
        for part in (".next", ".home__credentials", "#steps", "#people")
    ]
    assert tops == sorted(tops)
    assert tops[-1] <= 3 * PHONE["height"]
    noel.page.set_viewport_size(size)


def upgrades_from_the_pacer_site(noel) -> None:
    noel.click("PACER", role="link")
    expect(noel.page.locator(".page__side")).to_contain_text("Your step 2 of 4")
    noel.checks_page()
    noel.click("Manage My Account", role="link")
    noel.signs_on(NOEL)
    noel.follow("Upgrade")
    walks.upgrade(noel)
    noel.go("/")
    noel.sees_heading("Next: step 3 of 4 Log in to CM/ECF once")


def logs_in_to_the_old_cmecf(noel) -> None:
    moves_the_clock(noel, "The last hour")
    walks.open_cmecf(noel, "Court web site")
    noel.fill("Login:", NOEL.login)
    noel.fill("Password:", NOEL.ecf_password)
    noel.check("I understand that, if I file")
    noel.click("Login")
    noel.click("Utilities", role="link")
    noel.follow("Maintain Your E-mail")
    noel.reads(NOEL.email)


def waits_for_go_live(noel) -> None:
    noel.go("/")
    noel.sees_heading("Next: step 4 of 4 Wait for NextGen to open")
    noel.reads("You're ready. Linking opens on Monday, April 20, 2020, at 8:00 am MT.")


def links_on_monday_morning(noel) -> None:
    moves_the_clock(noel, "Go-live")
    noel.sees_heading("Next: step 4 of 4 Link your PACER account")
    walks.open_cmecf(noel, "Court web site")
    noel.arrives("Login")
    noel.reads("It is Monday, April 20.")
    noel.signs_on(NOEL, walks.NEW_PASSWORD)
    walks.open_link_page(noel)
    walks.link(noel, NOEL)
    noel.go("/")
    noel.sees_heading("All four steps are done")
    expect(noel.page.locator(".task-list__row--completed")).to_have_count(4)
    noel.checks_page()
