"""The Three Rivers firm shares tr0042. Fern opens a billing account; Adele registers and links her own."""

import dataclasses

import pytest

from tests.journeys import walks
from tests.support.cast import ADELE, FERN, RUTH
from tests.support.factories import PASSWORD
from tests.support.moments import FIRST_RUSH
from tests.support.payment_pages import FIRM, make_paa

pytestmark = pytest.mark.django_db(transaction=True)
PAA = dataclasses.replace(FERN, username="threeriversbilling", password=walks.NEW_PASSWORD)
OWN = dataclasses.replace(ADELE, username="acounsel2020", password=walks.NEW_PASSWORD)
CODE_RULE = "A client code is required for case search: 5 digits, a hyphen, 3 letters."


@pytest.fixture
def fern(new_person):
    fern = new_person()
    fern.go("/")
    walks.practice_as_one_of_more_people(fern, "Fern Administrator")
    return fern


@pytest.fixture
def adele(new_person):
    adele = new_person()
    adele.go("/")
    adele.click("Practice as Adele Counsel")
    return adele


@pytest.fixture
def paa(rehearsal):
    """The billing account as Fern sets it up in the first test."""
    return make_paa(
        rehearsal,
        username=PAA.username,
        requires_client_code=True,
        client_code_format="99999-AAA",
        persona=FERN.key,
    )


def test_fern_opens_a_billing_account_and_invites_ruth(fern):
    fern.follow("Open the PACER site")
    fern.click("REGISTER", role="link")
    fern.follow("Firm Billing")
    number = walks.register_firm(
        fern, FERN, firm=FIRM, email="billing@example.com", username=PAA.username
    )
    fern.click("Manage My Account", role="link")
    fern.signs_on(PAA)
    fern.arrives("MANAGE MY ACCOUNT")
    fern.reads(number, "It pays a firm's bills")
    asks_for_a_client_code(fern)
    fern.follow("PAA Maintenance")
    fern.reads("None yet.")
    fern.checks_page()
    adds(fern, RUTH.number, RUTH.name)
    fern.go("/")
    fern.reads(f"Billing account {number} pays for your office.")
    fern.checks_page()


def test_firm_pays_for_adele_who_links_her_own_account(fern, adele, paa):
    adele.go("/pacer/register/")
    own = walks.register(adele, OWN, user_type="ATTORNEY", username=OWN.username, has_card=True)
    fern.go("/psc/account/paa/")
    fern.signs_on(PAA, PASSWORD)
    adds(fern, own, OWN.name)
    accepts(adele, paa.account_number)
    sees_who_joined(fern, own)

    fern.at(FIRST_RUSH)
    is_not_let_into_the_court(fern)
    links_without_a_client_code(adele, own)
    searches_with_one(adele)
    reads_that_all_is_done(adele, own)
    finds_the_shared_account_not_linked(adele)


def asks_for_a_client_code(fern) -> None:
    fern.follow("Set PACER Billing Preferences")
    fern.arrives("Set PACER Billing Preferences")
    fern.page.get_by_role("radio", name="Yes", exact=True).check()
    fern.fill("Client code format", "99999-AAA")
    fern.reads("5 digits, a hyphen, 3 letters")
    fern.click("Submit")
    fern.checks_page()


def adds(fern, number, name) -> None:
    fern.follow("Add Existing PACER Account to My PAA")
    fern.arrives("Add Existing PACER Account to My PAA")
    fern.fill("Account Number *", number)
    fern.fill("Last Name *", name.split()[1])
    fern.check("I understand that, once the holder accepts")
    fern.click("Submit")
    fern.reads("Invitations waiting for an answer", number, name)
    fern.checks_page()


def accepts(adele, paa) -> None:
    adele.opens_newest_email("A PAA offers to pay for your PACER account")
    adele.reads(FIRM, paa, "Nothing changes unless you accept.")
    adele.checks_page()
    adele.page.locator(".letter a").first.click()
    adele.signs_on(OWN)
    adele.arrives("Invitations from a PAA")
    adele.follow(FIRM)
    adele.arrives("Invitation from a PAA")
    adele.reads(
        "You get no invoices.",
        "Your current balance, $0.00, moves to the PAA.",
        CODE_RULE,
        "The PAA can't log in as you.",
    )
    adele.click("Accept")
    adele.reads("Active")
    adele.checks_page()


def sees_who_joined(fern, number) -> None:
    fern.opens_newest_email("An account joined your PAA")
    fern.reads(number)
    fern.go("/psc/account/paa/")
    row = fern.page.locator("tr", has_text=number)
    assert "March 27, 2020" in row.inner_text()
    fern.checks_page()


def is_not_let_into_the_court(fern) -> None:
    fern.go("/ecf/nmd/cgi-bin/DisplayMenu.pl")
    fern.signs_on(PAA, PASSWORD)
    fern.arrives("PACER Administrative Account")
    fern.click("Continue", role="link")
    fern.arrives("You can't use CM/ECF with this account")


def links_without_a_client_code(adele, number) -> None:
    adele.go("/")
    walks.open_cmecf(adele)
    adele.signs_on(OWN)
    adele.arrives("A required Client Code was not entered")
    adele.click("Continue", role="link")
    walks.open_link_page(adele)
    walks.link(adele, ADELE)
    adele.reads(f"Adele Counsel, {number}")
    adele.click("Query", role="link")
    adele.arrives("Query")
    adele.reads("A Client Code is required for PACER search")


def searches_with_one(adele) -> None:
    adele.follow("Change Client Code")
    adele.arrives("Change Client Code")
    adele.fill("Client Code", "our own matter")
    adele.click("Submit")
    adele.reads("Invalid Client Code. Enter 5 digits, a hyphen, 3 letters.")
    adele.checks_page()
    adele.fill("Client Code", "20417-TRW")
    adele.click("Submit")
    adele.reads("Your client code is now 20417-TRW.", f"PACER bills {FIRM}")
    adele.checks_page()


def reads_that_all_is_done(adele, number) -> None:
    adele.go("/")
    adele.reads("All four steps are done", f"Account {number}, username {OWN.username}.")
    adele.checks_page()


def finds_the_shared_account_not_linked(adele) -> None:
    adele.go("/?people")
    rows = adele.page.locator("#cast tbody tr", has_text=ADELE.name)
    own, shared = rows.all_inner_texts()
    assert OWN.username in own
    assert "linked: no longer works" in own
    assert ADELE.username in shared
    assert "linked" not in shared
