"""Multifactor authentication in 2025: enrolling, logging in with a passcode or backup code, skipping."""

import re

import pytest
from playwright.sync_api import expect
from pyotp import TOTP

from cso.models import AuthenticatorApp
from rehearsals.clock import clock
from rehearsals.models import Rehearsal
from tests.journeys.person import PHONE, Person
from tests.journeys.walks import practice_as_one_of_more_people
from tests.support.cast import MAX, MIRIAM

pytestmark = pytest.mark.django_db(transaction=True)


def log_out(person) -> None:
    person.go("/psc/logout/")
    person.page.locator("main").get_by_role("button").first.click()


def read_security_code(person) -> str:
    """The code from the mailbox, opened in another tab."""
    mailbox = person.page.context.new_page()
    mailbox.goto(person.server + person.rehearsal.mount + "/mail/")
    mailbox.get_by_role("link", name="PACER security code").first.click()
    code = re.search(r"security code: (\d{6})", mailbox.locator("main").inner_text())[1]
    mailbox.close()
    return code


def read_passcode(person) -> str:
    """The code of the practice authenticator, opened from the page that asks for it."""
    with person.page.context.expect_page() as opened:
        person.follow("Open the practice authenticator")
    phone = Person(opened.value, person.server, person.rehearsal, checked=person.checked)
    phone.arrives("Practice authenticator")
    code = phone.page.locator(".codes__code").inner_text()
    phone.page.close()
    return code


def let_time_pass(rehearsal) -> None:
    """As if the last code had been used more than 30 seconds ago."""
    AuthenticatorApp.objects.filter(rehearsal=rehearsal).update(last_step=-1)


def enroll(person) -> None:
    """Go from Add App to the confirmed app. A real app would show the same passcode."""
    person.arrives("Add App")
    person.click("Send Security Code")
    person.arrives("Security Code")
    person.fill("Security code *", read_security_code(person))
    person.click("Submit")
    person.arrives("Set Up Your App")
    expect(person.page.get_by_role("img", name="QR code")).to_be_visible()
    assert person.page.evaluate("document.querySelector('.qr-code').naturalWidth") > 100
    secret = person.page.locator("#mfa-secret").inner_text().replace(" ", "")
    person.fill("Name of the app *", "My phone")
    code = read_passcode(person)
    assert TOTP(secret).verify(code.replace(" ", ""), for_time=clock.wall_now(), valid_window=1)
    person.fill("One-time passcode *", code)
    person.click("Confirm")


def show_and_hide_password(person) -> None:
    """The field is a password field again when the form is sent."""
    field = person.page.get_by_label("Password *", exact=True)
    field.fill("typed")
    person.page.get_by_role("button", name="Show password").click()
    expect(field).to_have_attribute("type", "text")
    expect(person.page.get_by_text("Your password is visible.")).to_have_count(1)
    person.checks_page()
    person.page.get_by_role("button", name="Hide password").click()
    expect(field).to_have_attribute("type", "password")
    person.page.get_by_role("button", name="Show password").click()
    person.page.evaluate("""document.forms.loginForm.addEventListener("submit", (event) => {
      sessionStorage.typeWhenSent = event.target.elements["loginForm:password"].type;
    })""")


def test_filer_enrolls_with_the_practice_authenticator_and_logs_in(person):
    person.go("/")
    practice_as_one_of_more_people(person, "Max Filer")
    person.click("Rules", role="link")
    person.arrives("Rules of this rehearsal")
    person.page.locator("label", has_text="14 to 45 characters").click()
    person.click("Change the rules")
    person.reads("You changed the rules.")
    person.checks_page()

    person.go("/psc/login/?next=" + person.rehearsal.mount + "/psc/account/")
    show_and_hide_password(person)
    person.signs_on(MAX)
    assert person.page.evaluate("sessionStorage.typeWhenSent") == "password"
    person.arrives("User Update Required")
    person.reads("You can skip 3 more times.")
    person.follow("Enroll")
    enroll(person)
    person.reads("You are enrolled. My phone", "Enrolled (1 app)")
    person.checks_page()

    person.follow("Manage MFA Settings")
    person.arrives("Manage MFA Settings")
    person.follow("Get New Codes")
    person.arrives("Get New Codes")
    person.fill("Password", MAX.password)
    person.click("Get New Codes")
    person.arrives("Your Backup Codes")
    backup = person.page.locator(".backup-codes code").first.inner_text()

    log_out(person)
    person.go("/psc/login/")
    person.signs_on(MAX)
    person.arrives("One-time passcode")
    person.fill("One-time passcode *", "000000")
    person.click("OK")
    person.reads("Invalid username, password, or one-time passcode.")
    person.checks_page()
    let_time_pass(person.rehearsal)
    person.fill("One-time passcode *", read_passcode(person))
    person.click("OK")
    person.reads("Welcome, Filer Max")

    log_out(person)
    person.go("/psc/login/")
    person.signs_on(MAX)
    person.fill("One-time passcode *", backup)
    person.click("OK")
    person.reads("Welcome, Filer Max")
    person.go("/psc/account/mfa/")
    person.reads("9 of 10 codes left")
    person.follow("Remove")
    person.arrives("Remove App")


def test_filer_skips_three_times_and_then_must_enroll(new_person, rehearsal):
    person = new_person(width=PHONE["width"])
    Rehearsal.objects.filter(pk=rehearsal.pk).update(era="2025")
    for left in ("3 more times", "2 more times", "1 more time"):
        person.go("/psc/login/")
        person.signs_on(MIRIAM)
        person.reads(f"You can skip {left}.")
        person.click("Skip")
        person.reads("Welcome,")
        log_out(person)
    person.go("/psc/login/")
    person.signs_on(MIRIAM)
    person.arrives("User Update Required")
    person.reads("You must enroll to continue")
    expect(person.page.get_by_role("button", name="Skip")).to_have_count(0)
    person.go("/psc/account/")
    person.sees_heading("User Update Required")
    person.follow("Enroll")
    enroll(person)
    person.reads("Welcome,", "Enrolled (1 app)")
