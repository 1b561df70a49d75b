"""Dana Litigant, a party without a lawyer and without a PACER account, registers."""

import dataclasses

import pytest
from playwright.sync_api import expect

from tests.journeys import walks
from tests.support.cast import DANA

pytestmark = pytest.mark.django_db(transaction=True)
A_PARTY = "PLAINTIFF, DEFENDANT, OR DEBTOR IN A CASE"
OWN = dataclasses.replace(DANA, username="danalitigant", password=walks.NEW_PASSWORD)


@pytest.fixture
def dana(person):
    person.go("/")
    person.click("Practice as Dana Litigant")
    return person


def test_party_registers_without_a_card(dana):
    dana.reads("You have no PACER account yet.")
    dana.follow("Open the PACER site")
    dana.click("REGISTER", role="link")
    number = walks.register(dana, DANA, user_type=A_PARTY, username=OWN.username)
    dana.reads("Not Activated", "You don't need to activate case search first.")

    dana.opens_newest_email("PACER")
    dana.reads(number)
    dana.go("/psc/login/")
    dana.signs_on(OWN)
    dana.reads("Welcome, Litigant Dana", number, "Not Activated", "Upgraded PACER Account")
    dana.go("/")
    dana.reads(f"Account {number}, username {OWN.username}.")


def test_errors_are_listed_first_and_input_stays(dana):
    dana.go("/psc/register/account-information/")
    dana.fill("First Name *", "Dana")
    dana.choose("State *", "New Mexico")
    dana.choose("County *", "Bernalillo")
    dana.click("Next")
    summary = dana.page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    dana.checks_page()
    summary.get_by_role("link", name="Last Name").click()
    expect(dana.page.get_by_label("Last Name *", exact=True)).to_be_focused()
    expect(dana.page.get_by_label("First Name *", exact=True)).to_have_value("Dana")
    expect(dana.page.get_by_label("County *", exact=True)).to_have_value("Bernalillo")
