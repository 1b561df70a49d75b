from dataclasses import dataclass
from datetime import timedelta

from rehearsals.help.refusals import Desk, Refusal
from rehearsals.models import Era
from rehearsals.security import totp

ISSUER = "PACER rehearsal"  # the name of the entry in an authenticator app
MAX_APPS = 5  # PACER's MFA tips: room for paralegals
BACKUP_CODES = totp.CODES
MAX_SKIPS = 3
CODE_LIFETIME = timedelta(minutes=10)
"""Of the e-mailed security code that starts an enrollment, and of the secret shown after it."""


class MfaRefusal(Refusal):
    """INVALID is the same for every wrong code, so it never tells which secret was wrong."""

    INVALID = (
        "Invalid username, password, or one-time passcode.",
        "Enter the six-digit passcode that your app shows now. Each passcode works once, so wait for"
        " the next one after you use it. A backup code also works. If you have neither, call the PACER"
        " Service Center.",
        Desk.PSC,
    )
    NOW_LOCKED = (
        "Invalid username, password, or one-time passcode. That was the fifth failed attempt in a row,"
        " so this username is now locked for 15 minutes.",
        "Wait 15 minutes of real time, then log in again. Check that your phone's clock is right: a"
        " passcode is valid for 30 seconds.",
        Desk.PSC,
    )
    LOCKED = (
        "This username is locked for 15 minutes after five failed attempts in a row.",
        "Wait until 15 minutes of real time have passed since the fifth attempt. Moving the court"
        " clock doesn't shorten the wait. Until then, even the right passcode is refused.",
        Desk.PSC,
    )
    EMAILED_CODE = (
        "That is not the most recent security code.",
        "Open the newest e-mail in the mailbox and enter its six-digit code within ten minutes.",
        Desk.PSC,
    )
    EMAILED_CODE_LOCKED = (
        "You entered five wrong security codes in a row. We won't accept a code for 15 minutes.",
        "Wait 15 minutes of real time, then start over with Add App.",
        Desk.PSC,
    )
    NO_EMAIL = (
        "We can't send a security code, because this account has no e-mail address.",
        "Call the PACER Service Center. After they verify your identity, they add an address.",
        Desk.PSC,
    )
    PASSCODE = (
        "That is not the passcode that the app shows now.",
        "Wait for the next six-digit passcode in the app and enter it. If that fails too, check that"
        " your phone's clock is right.",
        Desk.PSC,
    )
    TOO_MANY_APPS = (
        f"This account already has {MAX_APPS} apps, the maximum.",
        "Remove an app you no longer use, then add the new one.",
        Desk.NOBODY,
    )
    NAME_TAKEN = (
        "Another app on this account has this name.",
        "Choose a name that tells the two apart, such as whose phone it is.",
        Desk.NOBODY,
    )
    REQUIRED = (
        "This account must use multifactor authentication, so you can't remove its only app.",
        "Add another app first, then remove this one.",
        Desk.PSC,
    )
    NO_SKIPS_LEFT = (
        "You can't skip this update again.",
        "Complete the update to continue to the page you asked for.",
        Desk.PSC,
    )


@dataclass(frozen=True)
class RequiredUpdates:
    """What the page "User Update Required" asks for; false if nothing."""

    password: bool = False
    enroll: bool = False
    must_enroll: bool = False

    def __bool__(self) -> bool:
        return self.password or self.enroll

    @property
    def may_skip(self) -> bool:
        """An old password cannot be skipped; enrolling can, until it is required."""
        return not self.password and not self.must_enroll


def required_updates(
    *, era: str, is_enrolled: bool, is_legacy: bool, is_filer: bool, skips: int, is_old: bool
) -> RequiredUpdates:
    """What is asked of an account at login. `is_old`: its password must be changed.

    Filers may skip three times (PACER's MFA tips, August 2025); accounts that only search may always
    skip. Legacy accounts are not asked to enroll: before an upgrade they cannot open Settings or file.
    """
    if era != Era.Y2025:
        return RequiredUpdates()
    enroll = not is_enrolled and not is_legacy
    return RequiredUpdates(
        password=is_old,
        enroll=enroll,
        must_enroll=enroll and is_mfa_required(is_filer=is_filer, skips=skips),
    )


def is_mfa_required(*, is_filer: bool, skips: int) -> bool:
    return is_filer and skips >= MAX_SKIPS
