"""Steps that several journeys share. Each starts on the page that it names."""

import re
from typing import Any

from pacer_accounts.billing.cards import TEST_CARDS
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from pacer_accounts.registration.verification import NUMBERS
from rehearsals.staff.services import make_groups, make_staff
from tests.journeys.person import Person
from tests.support.cast import Member

LINK = "Link a CM/ECF account to my PACER account"
NEW_PASSWORD = "Quiet-Mesa-77"
RESET_PASSWORD = "Quiet-Docket-77"


def practice_as_one_of_more_people(person: Person, name: str) -> None:
    """Choose a person who is below "More people" on the rehearsal home."""
    person.page.locator("summary", has_text="More people").click()
    person.click(f"Practice as {name}")


def open_manage_my_account(person: Person) -> None:
    """From the rehearsal home to the login page of Manage My Account, as in real life."""
    person.follow("Open the PACER site")
    person.arrives("Public Access to Court Electronic Records")
    person.click("Manage My Account", role="link")
    person.arrives("MANAGE MY ACCOUNT")


def open_upgrade(person: Person, who: Member) -> None:
    """From the rehearsal home to the upgrade's first tab."""
    open_manage_my_account(person)
    person.signs_on(who)
    person.reads("Legacy PACER Account")
    person.follow("Upgrade")


def open_cmecf(person: Person, start: str = "Open the court's web site") -> None:
    """From the link `start` on the rehearsal home through the court's web site to its CM/ECF's login page."""
    person.follow(start)
    person.arrives("District of New Mexico")
    person.follow("CM/ECF Electronic Case Filing System")
    person.arrives("United States District Court")
    person.follow("District of New Mexico - Document Filing System")


def open_link_page(person: Person) -> None:
    """From CM/ECF's first page, logged in with the PACER account, to the link page."""
    person.arrives("United States District Court")
    person.click("Utilities", role="link")
    person.arrives("Utilities")
    person.follow(LINK)


def upgrade(person: Person) -> None:
    """From the upgrade's first tab to "Upgrade Complete". The password is then NEW_PASSWORD."""
    person.arrives("Upgrade PACER Account")
    person.fill("Date of Birth *", "02/05/1970")
    person.choose("User Type *", "ATTORNEY")
    person.click("Next")
    person.reads("choose your county")
    person.checks_page()
    person.choose("County *", "Bernalillo")
    person.click("Next")
    person.reads("You can keep your username")
    person.checks_page()
    choose_secrets(person)
    person.click("Submit")
    person.arrives("Upgrade Complete")


def choose_secrets(person: Person) -> None:
    person.fill("Password *", NEW_PASSWORD)
    person.fill("Confirm Password *", NEW_PASSWORD)
    person.choose("Security Question 1 *", SECURITY_QUESTIONS_1[0])
    person.fill("Security Answer 1 *", "Turquoise Kestrel")
    person.choose("Security Question 2 *", SECURITY_QUESTIONS_2[0])
    person.fill("Security Answer 2 *", "Vermilion Junction")


def fill_in_person(person: Person, who: Member, user_type: str) -> None:
    """Page 1 of registration, except for County and User Verification."""
    person.fill("Date of Birth *", "02/05/1970")
    fill_in_contact(person, who, who.email)
    person.choose("User Type *", user_type)


def fill_in_contact(person: Person, who: Member, email: str) -> None:
    """The fields of page 1 that every kind of registration has."""
    first_name, last_name = who.name.split()
    person.fill("First Name *", first_name)
    person.fill("Last Name *", last_name)
    person.fill("Address *", "100 Practice Plaza")
    person.fill("City *", "Albuquerque")
    person.choose("State *", "New Mexico")
    person.fill("Zip/Postal Code *", "87199")
    person.fill("Primary Phone *", "505-555-0103")
    person.fill("Email *", email)
    person.fill("Confirm Email *", email)


def verify(person: Person) -> None:
    """Answer the sum in User Verification."""
    question = re.search(r"What is (\w+) plus (\w+)\?", person.page.locator("main").inner_text())
    person.fill("User Verification *", str(sum(NUMBERS.index(word) for word in question.groups())))


CASE_SEARCH_ONLY = "PACER - Case Search Only"


def register(person: Person, who: Member, *, kind: str = CASE_SEARCH_ONLY, **how: Any) -> str:
    """From REGISTER to the last page. Returns the account number. `how`: as in register_as."""
    person.arrives("Register")
    person.follow(kind)
    return register_as(person, who, kind=kind, **how)


def register_as(
    person: Person,
    who: Member,
    *,
    user_type: str,
    username: str,
    kind: str,
    has_card: bool = False,
) -> str:
    """From the page of `kind` to the last page. Returns the account number."""
    person.arrives(kind)
    person.click("Register Now", role="link")
    person.arrives(f"{kind.upper()} REGISTRATION")
    fill_in_person(person, who, user_type)
    person.choose("County *", "Bernalillo")
    verify(person)
    person.click("Next")
    choose_username(person, username)
    pay_now(person, who) if has_card else pay_later(person)
    person.reads(
        "Your account has not been created yet.", who.name, "Bernalillo", user_type, username
    )
    submit_registration(person, "I understand that this account alone doesn't allow me to file")
    person.arrives("Your PACER account is open")
    return account_number(person)


def register_firm(person: Person, who: Member, *, firm: str, email: str, username: str) -> str:
    """From Firm Billing to the last page. Returns the number of the PACER Administrative Account."""
    person.arrives("Firm Billing")
    person.click("Register Now", role="link")
    person.arrives("FIRM BILLING REGISTRATION")
    person.fill("Firm/Office *", firm)
    fill_in_contact(person, who, email)
    person.choose("County *", "Bernalillo")
    verify(person)
    person.click("Next")
    choose_username(person, username)
    pay_later(person)
    person.reads("Your account has not been created yet.", firm, who.name, username)
    submit_registration(person, "I understand that a billing account only pays")
    person.arrives("Your billing account is open")
    return account_number(person)


def choose_username(person: Person, username: str) -> None:
    """Page 2 of registration."""
    person.is_at("/psc/register/user-name-password-security/")
    person.checks_page()
    person.fill("Username *", username)
    choose_secrets(person)
    person.click("Next")


def pay_later(person: Person) -> None:
    """Page 3, without a card."""
    person.reads("This page is optional. To skip it, select Next.")
    person.checks_page()
    person.click("Next")


def pay_now(person: Person, who: Member) -> None:
    """Page 3, with a practice card."""
    person.fill("Card Number", TEST_CARDS[0][1])
    person.choose("Expiration Month", "05")
    person.choose("Expiration Year", "2022")
    person.fill("Name on Card", who.name)
    person.click("Next")


def submit_registration(person: Person, second_statement: str) -> None:
    """Page 4: accept both statements and submit."""
    person.checks_page()
    person.check("I have read the PACER policies")
    person.check(second_statement)
    person.click("Submit")


def account_number(person: Person) -> str:
    """The account number on the last page."""
    row = person.page.locator(".summary__row", has_text="Account Number")
    return row.locator("dd").inner_text()


def agree(person: Person) -> None:
    """Confirm the redaction notice, as a filer does after each PACER login."""
    person.arrives("IMPORTANT NOTICE OF REDACTION RESPONSIBILITY")
    person.check("I understand")
    person.click("Continue")


def enter_credentials(person: Person, who: Member, password: str = "") -> None:
    """Enter the CM/ECF login and password on the link page."""
    person.fill("CM/ECF login:", who.login)
    person.fill("CM/ECF password:", password or who.ecf_password)
    person.click("Submit")


def link(person: Person, who: Member, password: str = "") -> None:
    """From the link page to the result."""
    person.arrives(LINK)
    enter_credentials(person, who, password)
    person.arrives("Do you want to link these accounts?")
    person.click("Submit")
    person.arrives("Your accounts are linked")


def reset(person: Person, who: Member) -> None:
    """From ECF Password Changes through the mailbox. The password is then RESET_PASSWORD."""
    person.arrives("ECF Password Changes")
    person.fill('Enter your ECF login ID here and click on "Submit":', who.login)
    person.click("Submit")
    person.arrives("Check your e-mail")
    person.opens_newest_email("password")
    person.checks_page()
    person.page.locator(".letter a").first.click()
    person.arrives("Choose a new CM/ECF password")
    person.fill("New password", RESET_PASSWORD)
    person.fill("Confirm new password", RESET_PASSWORD)
    person.click("Submit")
    person.arrives("Your CM/ECF password is set")


# --- staff
def sign_in_as_staff(staff: Person, path: str = "/staff/", group: str = "Clerks") -> None:
    """Sign in as a member of the group "Clerks" or "Trainers" and choose the person's rehearsal."""
    make_groups()
    name = group.lower().removesuffix("s")
    password = make_staff()[name]
    staff.page.goto(staff.server + path)
    staff.fill("Username:", name)
    staff.fill("Password:", password)
    staff.click("Sign in")
    staff.sees_heading("Which rehearsal?")
    staff.page.locator(f"button[value='{staff.rehearsal.code}']").click()
