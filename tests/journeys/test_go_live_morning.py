"""John Attorney links on go-live morning, coming in through the court's web site."""

import pytest

from tests.journeys import walks
from tests.support.cast import JOHN
from tests.support.moments import FIRST_RUSH

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def john(person):
    person.at(FIRST_RUSH).go("/www/nmd/")
    return person


def test_john_links_after_typing_the_wrong_pair_first(john):
    john.checks_page()
    john.follow("CM/ECF Electronic Case Filing System")
    john.arrives("United States District Court")
    john.follow("District of New Mexico - Document Filing System")
    john.arrives("Login")
    john.signs_on(JOHN)
    john.arrives("United States District Court")
    assert john.menu() == ["Query", "Reports", "Utilities", "Help", "Log Out"]
    john.click("Utilities", role="link")
    john.arrives("Utilities")
    john.follow(walks.LINK)
    types_his_pacer_pair(john)
    walks.link(john, JOHN)
    keeps_the_confirmation(john)
    finds_the_letter(john)


def types_his_pacer_pair(john):
    john.fill("CM/ECF login:", JOHN.username)
    john.fill("CM/ECF password:", JOHN.password)
    john.click("Submit")
    john.arrives("The usual reasons")
    john.reads("Invalid CM/ECF login or password.")


def keeps_the_confirmation(john):
    john.page.reload()
    john.sees_heading("Your accounts are linked")
    john.reads(f"John Attorney, {JOHN.login}", f"John Attorney, {JOHN.number}", "8:05 am")
    assert john.menu()[:2] == ["Civil", "Criminal"]
    john.page.go_back()
    john.go("/ecf/nmd/utilities/link/")
    john.reads("Linked on April 20, 2020.")


def finds_the_letter(john):
    john.opens_newest_email("was linked")
    john.checks_page()
    john.page.locator(".letter a").first.click()
    john.sees_heading("Your accounts are linked")


def test_the_chooser_of_courts_leads_to_the_same_door(john):
    john.go("/cso/csologin/login.jsf")
    john.signs_on(JOHN)
    john.arrives("Where do you want to go?")
    john.follow("District of New Mexico - Document Filing System")
    john.arrives("United States District Court")
    john.follow("District of New Mexico - Document Filing System")
    assert "Utilities" in john.menu()
