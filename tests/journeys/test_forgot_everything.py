"""Walter Practitioner forgot the PACER username, the PACER password and the CM/ECF password."""

import dataclasses

import pytest

from tests.journeys import walks
from tests.support.cast import WALTER
from tests.support.moments import LIVE

pytestmark = pytest.mark.django_db(transaction=True)
AGAIN = dataclasses.replace(WALTER, password=walks.NEW_PASSWORD)


def test_all_credentials_are_recovered_and_accounts_linked(person):
    details = read_recovery_details(person)
    person.follow("Manage My Account")
    recover_username(person, details)
    recover_password(person, details)
    log_in_and_view_account(person)
    reset_cmecf_password(person)
    link_on_go_live(person)


def read_recovery_details(walter) -> dict[str, str]:
    walter.go("/")
    walks.practice_as_one_of_more_people(walter, "Walter Practitioner")
    walter.arrives("Recover your PACER username and password")
    walter.reads("you forgot its username or password", "The court can e-mail you a link")
    walter.does_not_read(WALTER.username)
    terms = walter.page.locator("dl.summary .summary__row")
    return dict(row.split("\n", 1) for row in terms.all_inner_texts())


def answer_questions(walter, details) -> None:
    """Answer both questions with the answers shown on the rehearsal home."""
    for number in (1, 2):
        field = walter.page.get_by_label(f"Security Answer {number} *", exact=True)
        asked = walter.page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()
        field.fill(details[asked])
    walter.click("Submit")
    walter.arrives("Forgot")
    walter.reads("If your answers are correct")


def recover_username(walter, details) -> None:
    walter.arrives("MANAGE MY ACCOUNT")
    walter.follow("Forgot Username?")
    walter.arrives("Forgot Username?")
    walter.fill("E-mail *", details["E-mail on the account"])
    walter.fill("Account Number", details["PACER account number"])
    walter.click("Next")
    walter.checks_page()
    answer_questions(walter, details)
    walter.follow("Open the practice mailbox")
    walter.follow("Your PACER username")
    walter.arrives("Your PACER username")
    walter.reads(f"Username: {WALTER.username}")


def recover_password(walter, details) -> None:
    walter.page.locator(".letter a").first.click()
    walter.arrives("Login")
    walter.follow("Forgot Your Password?")
    walter.arrives("Forgot Your Password?")
    walter.fill("E-mail *", WALTER.email)
    walter.fill("Username", WALTER.username)
    walter.click("Next")
    answer_questions(walter, details)
    walter.opens_newest_email("Reset PACER Password")
    walter.page.locator(".letter a").first.click()
    walter.arrives("Reset PACER Password")
    walter.fill("New Password *", walks.NEW_PASSWORD)
    walter.fill("Confirm New Password *", walks.NEW_PASSWORD)
    walter.click("Submit")
    walter.arrives("Your PACER password was reset")


def log_in_and_view_account(walter) -> None:
    walter.click("Login", role="link")
    walter.signs_on(AGAIN)
    walter.arrives("Where do you want to go?")
    walter.go("/psc/account/")
    walter.reads("Welcome, Practitioner Walter", WALTER.number, "Upgraded PACER Account")


def reset_cmecf_password(walter) -> None:
    walter.go("/")
    walter.reads("step 3 of 4")
    walter.follow("Open the court's web site")
    walter.follow("NextGen is coming")
    walter.page.get_by_role("link", name="here to reset your current ECF password").click()
    walks.reset(walter, WALTER)
    walter.go("/")
    walter.reads(f"You set a new password for {WALTER.login}.", "Linking opens on")


def link_on_go_live(walter) -> None:
    walter.at(LIVE).go("/")
    walks.open_cmecf(walter)
    walter.signs_on(AGAIN)
    walks.open_link_page(walter)
    walks.link(walter, WALTER, walks.RESET_PASSWORD)
    walter.go("/")
    walter.reads("All four steps are done")
