"""John Attorney links his accounts on go-live morning, starting at the court's web site."""

import pytest

from tests.journeys import walks
from tests.support.cast import JOHN
from tests.support.moments import FIRST_RUSH

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def john(person):
    person.at(FIRST_RUSH).go("/www/nmd/")
    return person


def test_link_after_entering_the_pacer_login_first(john):
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
    enter_pacer_login(john)
    walks.link(john, JOHN)
    check_confirmation(john)
    check_email(john)


def enter_pacer_login(john):
    john.fill("CM/ECF login:", JOHN.username)
    john.fill("CM/ECF password:", JOHN.password)
    john.click("Submit")
    john.arrives("The usual reasons")
    john.reads("Invalid CM/ECF login or password.")


def check_confirmation(john):
    john.page.reload()
    john.sees_heading("Your accounts are linked")
    john.reads(f"John Attorney, {JOHN.login}", f"John Attorney, {JOHN.number}", "8:05 am")
    assert john.menu()[:2] == ["Civil", "Criminal"]
    john.page.go_back()
    john.go("/ecf/nmd/utilities/link/")
    john.reads("Linked on April 20, 2020.")


def check_email(john):
    john.opens_newest_email("was linked")
    john.checks_page()
    john.page.locator(".letter a").first.click()
    john.sees_heading("Your accounts are linked")


def test_list_of_courts_leads_to_same_entry_page(john):
    john.go("/cso/csologin/login.jsf")
    john.signs_on(JOHN)
    john.arrives("Where do you want to go?")
    john.follow("District of New Mexico - Document Filing System")
    john.arrives("United States District Court")
    john.follow("District of New Mexico - Document Filing System")
    assert "Utilities" in john.menu()
