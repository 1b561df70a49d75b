from datetime import timedelta

from rehearsals.help.refusals import Desk, Refusal
from rehearsals.security.login_attempts import LockoutRule

LOGIN_ATTEMPTS = "cso"
"""The attempt counter of PACER usernames and passwords."""
LOCKOUT = LockoutRule(free=4, lock=timedelta(minutes=15))
"""The fifth failure in a row locks the username. No public source gives the real numbers
(docs/decisions)."""
CLIENT_CODE_LENGTH = 32


class SignOnRefusal(Refusal):
    """The same for unknown and known usernames, except DISABLED, which follows a right password."""

    INVALID = (
        "Invalid username or password",
        "Enter both again. This page takes your PACER username, not your CM/ECF login.",
        Desk.PSC,
    )
    NOW_LOCKED = (
        "Invalid username or password. That was the fifth failed attempt in a row, so this username"
        " is now locked for 15 minutes.",
        "Wait 15 minutes of real time, then log in again. Moving the court clock doesn't shorten the"
        " wait. Until then, even the right password is refused.",
        Desk.PSC,
    )
    LOCKED = (
        "This username is locked for 15 minutes after five failed attempts in a row.",
        "Wait until 15 minutes of real time have passed since the fifth attempt, then log in again."
        " Moving the court clock doesn't shorten the wait. Until then, even the right password is"
        " refused.",
        Desk.PSC,
    )
    DISABLED = (
        "Your PACER account has been disabled",
        "Your password is correct, but the PACER Service Center has disabled this account. Call the"
        " Service Center to have it enabled again.",
        Desk.PSC,
    )
    CHANGED_MEANWHILE = (
        "Your login was not completed because the account changed at the same moment.",
        "Log in again.",
        Desk.PSC,
    )


def sign_on_refusal(*, is_right: bool, is_disabled: bool, is_locked: bool) -> SignOnRefusal | None:
    """Why a login with a checked password is refused, or None. Only a right password gets DISABLED."""
    if not is_right:
        return SignOnRefusal.NOW_LOCKED if is_locked else SignOnRefusal.INVALID
    return SignOnRefusal.DISABLED if is_disabled else None
