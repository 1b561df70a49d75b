"""When a passcode is right, who must enrol, and what a person is told who is refused. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.crypto import constant_time_compare
from pyotp import TOTP

from rehearsals.help.refusals import Desk, Refusal
from rehearsals.models import Era

STEP = 30
"""Seconds that a passcode stands (RFC 6238, as PACER's authenticator apps)."""
MOST_APPS = 5  # PACER's MFA tips: so that paralegals can be added
BACKUP_CODES = 10
MOST_SKIPS = 3
CODE_LIFE = timedelta(minutes=10)
"""Of the security code that is mailed before an app is added, and of the secret shown after it."""


class MfaRefusal(Refusal):
    """One sentence for every wrong code: it never says which of the secrets was wrong."""

    INVALID = (
        "Invalid username, password, or one-time passcode.",
        "Type the six digits that your app shows now. Each passcode works once: after using one, wait"
        " for the next. A backup code works too. If you have neither, call the PACER Service Center.",
        Desk.PSC,
    )
    NOW_LOCKED = (
        "Invalid username, password, or one-time passcode. That was the fifth failed try in a row:"
        " this username is now locked for 15 minutes.",
        "Wait 15 minutes of your own time, then log in again. Check that the clock of your phone is"
        " right: a passcode stands for 30 seconds.",
        Desk.PSC,
    )
    LOCKED = (
        "This username is locked for 15 minutes after five failed tries in a row.",
        "Wait until 15 minutes of your own time have passed since the fifth try (moving the court"
        " clock does not shorten them). Until then the right passcode is refused too.",
        Desk.PSC,
    )
    MAILED_CODE = (
        "This is not the security code of the newest letter.",
        "Open the newest letter in the mailbox and type its six digits within ten minutes.",
        Desk.PSC,
    )
    MAILED_CODE_LOCKED = (
        "Five wrong security codes in a row: no code is taken for 15 minutes.",
        "Wait 15 minutes of your own time, then begin again with Add App.",
        Desk.PSC,
    )
    NO_EMAIL = (
        "This account has no e-mail to which a security code could be sent.",
        "Call the PACER Service Center: they enter an address once they know that it is you.",
        Desk.PSC,
    )
    PASSCODE = (
        "This is not the passcode that the app shows now.",
        "Wait for the next six digits in the app and type them. If that fails too, check that the clock"
        " of your phone is right.",
        Desk.PSC,
    )
    ENOUGH_APPS = (
        f"This account has {MOST_APPS} apps already, which is the most it may have.",
        "Remove one that is not used any more, then add the new one.",
        Desk.NOBODY,
    )
    NAME_TAKEN = (
        "Another app of this account has this name.",
        "Choose a name that tells the two apart, such as whose phone it is.",
        Desk.NOBODY,
    )
    COMPULSORY = (
        "Multifactor authentication is compulsory for this account: its last app cannot be removed.",
        "Add another app first, then remove this one.",
        Desk.PSC,
    )
    NO_SKIPS_LEFT = (
        "This cannot be put off any longer.",
        "Do what the page asks; then you go on to the page you wanted.",
        Desk.PSC,
    )


@dataclass(frozen=True)
class Updates:
    """What a person must or may do before she goes on ("User Update Required")."""

    password: bool = False
    enrol: bool = False
    must_enrol: bool = False

    def __bool__(self) -> bool:
        return self.password or self.enrol

    @property
    def may_skip(self) -> bool:
        """An old password cannot be put off; enrolling can, until it is compulsory."""
        return not self.password and not self.must_enrol


def updates_of(
    *, era: str, is_enrolled: bool, is_legacy: bool, is_filer: bool, skips: int, is_old: bool
) -> Updates:
    """What is asked of an account at login. `is_old`: its password must be changed.

    Filers may skip three times (PACER's MFA tips, August 2025); whoever only searches always may. A
    legacy account is not asked to enrol: it cannot open Settings, nor file, before it is upgraded.
    """
    if era != Era.Y2025:
        return Updates()
    enrol = not is_enrolled and not is_legacy
    return Updates(is_old, enrol, enrol and is_compulsory(is_filer=is_filer, skips=skips))


def is_compulsory(*, is_filer: bool, skips: int) -> bool:
    return is_filer and skips >= MOST_SKIPS


def plain(code: str) -> str:
    """A code as it is compared: no spaces or hyphens, small letters."""
    return re.sub(r"[\s-]+", "", code).lower()


def matching_step(secret: str, code: str, *, at: datetime, last_step: int) -> int | None:
    """The 30-second step whose passcode `code` is, or None.

    The step at the wall time `at` and its two neighbours count, as phones' clocks are not quite right;
    none up to `last_step`, so that no passcode works twice.
    """
    now = int(at.timestamp()) // STEP
    app = TOTP(secret)
    for step in (now, now - 1, now + 1):
        if step > last_step and constant_time_compare(app.generate_otp(step), code):
            return step
    return None
