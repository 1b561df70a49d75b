"""Who may sign on, and what a person is told who may not."""

from datetime import timedelta

from rehearsals.help.refusals import Desk, Refusal
from rehearsals.security.login_attempts import LockoutRule

DOOR = "cso"
# No public source gives the real numbers (docs/decisions): the fifth failure in a row locks the name.
LOCKOUT = LockoutRule(free=4, lock=timedelta(minutes=15))
CLIENT_CODE_LENGTH = 32


class SignOnRefusal(Refusal):
    """The same for a name nobody has as for a known one, but for DISABLED: that needs the password."""

    INVALID = (
        "Invalid username or password",
        "Type both again. This page takes your PACER username, not your CM/ECF login.",
        Desk.PSC,
    )
    NOW_LOCKED = (
        "Invalid username or password. That was the fifth failed try in a row: "
        "this username is now locked for 15 minutes.",
        "Wait 15 minutes of your own time (moving the court clock does not shorten them), then log "
        "in again. Until then the right password is refused too.",
        Desk.PSC,
    )
    LOCKED = (
        "This username is locked for 15 minutes after five failed tries in a row.",
        "Wait until 15 minutes of your own time have passed since the fifth try (moving the court "
        "clock does not shorten them), then log in again. Until then the right password is refused "
        "too.",
        Desk.PSC,
    )
    DISABLED = (
        "Your PACER account has been disabled",
        "Your password is right, but the PACER Service Center has closed this account. Only they "
        "can open it again.",
        Desk.PSC,
    )
    CHANGED_MEANWHILE = (
        "This login was not finished: it met a change of the account at the same moment.",
        "Log in again.",
        Desk.PSC,
    )


def why_not(*, is_right: bool, is_disabled: bool, is_locked: bool) -> SignOnRefusal | None:
    """After the password was checked: why nobody is signed on, or None. Only its owner hears DISABLED."""
    if not is_right:
        return SignOnRefusal.NOW_LOCKED if is_locked else SignOnRefusal.INVALID
    return SignOnRefusal.DISABLED if is_disabled else None
