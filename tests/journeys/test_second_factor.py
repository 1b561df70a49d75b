"""Multifactor authentication in 2025: enrolling, logging in with a passcode or backup code, skipping."""

import re

import pytest
from playwright.sync_api import expect
from pyotp import TOTP

from rehearsals.clock import clock
from rehearsals.models import Rehearsal
from tests.support.cast import MAX, MIRIAM

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _use_era_2025(rehearsal):
    Rehearsal.objects.filter(pk=rehearsal.pk).update(era="2025")


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


def passcode(secret: str, *, steps: int = 0) -> str:
    """What the app shows `steps` steps of 30 seconds from now; one step ahead is accepted."""
    app = TOTP(secret)
    step = int(clock.wall_now().timestamp()) // 30
    return app.generate_otp(step + steps)


def enroll(person) -> str:
    """Go from Add App to the confirmed app; return the secret."""
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
    person.fill("One-time passcode *", passcode(secret))
    person.click("Confirm")
    return secret


def test_enrolled_filer_logs_in_with_passcode_or_backup_code(person):
    person.go("/psc/login/?next=" + person.rehearsal.mount + "/psc/account/")
    person.signs_on(MAX)
    person.arrives("User Update Required")
    person.reads("You can skip 3 more times.")
    person.follow("Enroll")
    secret = enroll(person)
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
    person.fill("One-time passcode *", passcode(secret, steps=1))
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


def test_filer_skips_three_times_and_then_must_enroll(person):
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
