"""Teresa takes back three steps at once, and goes on from there."""

import re

import pytest

from tests.journeys import walks
from tests.journeys.person import Person
from tests.support.cast import JOHN, TERESA
from tests.support.link_steps import on_file
from tests.support.moments import FIRST_RUSH

pytestmark = pytest.mark.django_db(transaction=True)
LINK_PAGE = "/ecf/nmd/utilities/link/"


def links(person: Person, login_of) -> None:
    person.go(LINK_PAGE)
    walks.enter_credentials(person, login_of)
    person.is_at("/utilities/link/confirm/")
    person.click("Submit")
    person.is_at("/utilities/link/done/")


def test_person_goes_back_three_steps_and_links_the_right_login(person, rehearsal):
    person.at(FIRST_RUSH).go(LINK_PAGE)
    person.signs_on(TERESA)
    person.go("/bookmarks/")
    person.fill("Name *", "Logged in, nothing linked")
    person.click("Bookmark this point")
    person.arrives("Undo")
    links(person, JOHN)
    for button in ("Run in real time", "Stop the clock"):
        person.go("/clock/")
        person.click(button)
        person.reads("It is now")
    assert on_file(rehearsal, JOHN).is_linked

    person.go("/bookmarks/")
    person.page.get_by_role("button", name=re.compile("Go back to before this.*Linked")).click()
    person.arrives("Go back to an earlier point?")
    person.reads("This undoes 3 changes", "Linked a CM/ECF account permanently")
    person.click("Go back")
    person.reads("You went back to before this: Linked a CM/ECF account permanently")
    person.checks_page()
    assert not on_file(rehearsal, JOHN).is_linked

    links(person, TERESA)
    assert on_file(rehearsal, TERESA).is_linked
