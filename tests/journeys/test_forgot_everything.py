"""Walter Practitioner forgot his PACER username, his PACER password and his CM/ECF password."""

import dataclasses

import pytest

from tests.journeys import walks
from tests.support.cast import WALTER
from tests.support.moments import LIVE

pytestmark = pytest.mark.django_db(transaction=True)
AGAIN = dataclasses.replace(WALTER, password=walks.NEW_PASSWORD)


def test_walter_gets_all_three_back_and_links(person):
    knows = reads_what_he_knows_by_heart(person)
    person.follow("Manage My Account")
    gets_his_username_back(person, knows)
    gets_his_password_back(person, knows)
    logs_in_and_looks_at_his_account(person)
    gets_his_ecf_password_back(person)
    links_on_go_live(person)


def reads_what_he_knows_by_heart(walter) -> dict[str, str]:
    walter.go("/")
    walter.click("Be Walter Practitioner")
    walter.arrives("Your recovery details")
    walter.reads("you forgot its username or password", "The court can e-mail you a link")
    walter.does_not_read(WALTER.username)
    terms = walter.page.locator("dl.summary .summary__row")
    return dict(row.split("\n", 1) for row in terms.all_inner_texts())


def answers(walter, knows) -> None:
    """Both questions, which he finds beside their answers on his home."""
    for number in (1, 2):
        field = walter.page.get_by_label(f"Security Answer {number} *", exact=True)
        asked = walter.page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()
        field.fill(knows[asked])
    walter.click("Submit")
    walter.arrives("Forgot")
    walter.reads("If your answers are correct")


def gets_his_username_back(walter, knows) -> None:
    walter.arrives("MANAGE MY ACCOUNT")
    walter.follow("Forgot Username?")
    walter.arrives("Forgot Username?")
    walter.fill("E-mail *", knows["E-mail on the account"])
    walter.fill("Account Number", knows["PACER account number"])
    walter.click("Next")
    walter.checks_page()
    answers(walter, knows)
    walter.follow("Open the practice mailbox")
    walter.follow("Your PACER username")
    walter.arrives("Your PACER username")
    walter.reads(f"Username {WALTER.username}")


def gets_his_password_back(walter, knows) -> None:
    walter.page.locator(".letter a").first.click()
    walter.arrives("Login")
    walter.follow("Forgot Your Password?")
    walter.arrives("Forgot Your Password?")
    walter.fill("E-mail *", WALTER.email)
    walter.fill("Username", WALTER.username)
    walter.click("Next")
    answers(walter, knows)
    walter.opens_newest_email("Reset PACER Password")
    walter.page.locator(".letter a").first.click()
    walter.arrives("Reset PACER Password")
    walter.fill("New Password *", walks.NEW_PASSWORD)
    walter.fill("Confirm New Password *", walks.NEW_PASSWORD)
    walter.click("Submit")
    walter.arrives("Your PACER password was reset")


def logs_in_and_looks_at_his_account(walter) -> None:
    walter.click("Login", role="link")
    walter.signs_on(AGAIN)
    walter.arrives("Where do you want to go?")
    walter.go("/psc/account/")
    walter.reads("Welcome, Practitioner Walter", WALTER.number, "Upgraded PACER Account")


def gets_his_ecf_password_back(walter) -> None:
    walter.go("/")
    walter.reads("step 3 of 4")
    walter.follow("Reset your CM/ECF password")
    walks.reset(walter, WALTER)
    walter.go("/")
    walter.reads(f"You chose a new password for {WALTER.login}.", "Opens on")


def links_on_go_live(walter) -> None:
    walter.at(LIVE).go("/")
    walter.follow("Link your accounts")
    walks.link(walter, WALTER, walks.RESET_PASSWORD)
    walter.go("/")
    walter.reads("All four steps are done")
