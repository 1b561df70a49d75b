"""A link to a colleague's CM/ECF account. A learner undoes it alone; in the story, a clerk undoes it."""

from collections.abc import Callable

import pytest

from linking.unlink.services import unlink
from rehearsals.web import mount
from tests.journeys import walks
from tests.journeys.person import Person
from tests.support.cast import GRANT, JOHN, MIRIAM
from tests.support.moments import FIRST_RUSH

pytestmark = pytest.mark.django_db(transaction=True)
LINK_PAGE = "/ecf/nmd/utilities/link/"


def goes_to_link(person, who):
    person.at(FIRST_RUSH).go(LINK_PAGE)
    person.signs_on(who)


def links_a_colleagues_login(john):
    goes_to_link(john, JOHN)
    walks.enter_credentials(john, MIRIAM)
    john.sees_heading("The names do not match")
    john.checks_page()
    john.click("Submit")
    john.arrives("You now file as Miriam Esquire in this court")


def clerk_unlinks(rehearsal):
    """The clerk's pages are in test_clerks_morning.py."""
    account = rehearsal.cmecf_accounts.get(login=MIRIAM.login, court__code="nmd")
    why = "Linked to a colleague by mistake"
    with mount.inside_rehearsal(rehearsal):
        unlink(account=account, reason=why, who="staff clerk", at=FIRST_RUSH)


def test_a_clerk_unlinks_and_the_attorney_resets_and_links_again(
    person: Person, new_person: Callable[..., Person]
):
    links_a_colleagues_login(person)
    clerk_unlinks(person.rehearsal)
    person.page.reload()
    assert "Civil" not in person.menu()
    miriam = new_person()
    goes_to_link(miriam, MIRIAM)
    walks.agree(miriam)  # she files in the Tenth Circuit already
    walks.enter_credentials(miriam, MIRIAM)
    miriam.reads("You must reset the password of that CM/ECF login before you can link it.")
    miriam.checks_page()
    miriam.opens_newest_email("was undone")
    miriam.reads("Linked to a colleague by mistake")
    miriam.checks_page()
    miriam.page.locator(".letter a").first.click()
    walks.reset(miriam, MIRIAM)
    miriam.follow(walks.LINK)
    walks.link(miriam, MIRIAM, walks.RESET_PASSWORD)
    miriam.reads(f"Miriam Esquire, {MIRIAM.number}")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_learner_undoes_a_wrong_link_and_links_the_right_login(
    new_person: Callable[..., Person], width: int
):
    grant = new_person(width)
    goes_to_link(grant, GRANT)
    walks.enter_credentials(grant, JOHN)
    grant.sees_heading("The names do not match")
    grant.click("Submit")
    grant.arrives("You now file as John Attorney in this court")
    grant.reads("(505) 348-2075", "belongs to another person, John Attorney")
    grant.go("/ecf/nmd/cgi-bin/DisplayMenu.pl")
    grant.arrives("You file as John Attorney in this court")
    grant.click("Undo this link")
    grant.reads("You went back to before this")
    grant.checks_page()
    grant.go(LINK_PAGE)
    walks.link(grant, GRANT)
    grant.reads(f"Grant Counsel, {GRANT.number}")
    assert "Civil" in grant.menu()
