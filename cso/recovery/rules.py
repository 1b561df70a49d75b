"""The rules of recovery, the same for known and unknown users. Pure.

PACER FAQ: a reset needs the e-mail of the account, one of username, account number and date of birth,
and the answers to the security questions. No public source says how many attempts are allowed or how
long a link works; docs/decisions has our numbers.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from cso.models import RecoveryLink
from cso.sign_on.rules import LOCKOUT
from rehearsals.help.refusals import Desk, Refusal
from rehearsals.security.normalization import name_key

RECOVERY_ATTEMPTS = "cso.recovery"
ATTEMPT_RULE = LOCKOUT
"""As at the login. A right answer counts too; otherwise the lock would reveal which were right."""
LINK_LIFETIME = timedelta(hours=24)
REQUEST_LIFETIME = timedelta(minutes=30)

PASSWORD, USERNAME = "password", "username"  # what was forgotten


class RecoveryRefusal(Refusal):
    """None of these says whether the account exists."""

    LOCKED = (
        "We did not check these answers. Someone already made five attempts for this e-mail address.",
        "Check the mailbox first: an e-mail may have arrived. Otherwise wait until 15 minutes of real"
        " time have passed since the fifth attempt, then start again. Moving the court clock doesn't"
        " shorten the wait.",
        Desk.PSC,
    )
    LINK_DEAD = (
        "This link no longer works.",
        "A link works once, within 24 hours, and stops working if you request another link or change"
        " your password. Get a new link on the page Forgot Your Password?",
        Desk.PSC,
    )


def decoy_questions(first: Sequence[str], second: Sequence[str], *typed: str) -> tuple[str, str]:
    """Questions to show when no account matches: always the same ones for the same input."""
    joined = "\n".join(name_key(value) for value in typed)
    digest = salted_hmac("cso.recovery.decoy", joined, algorithm="sha256").digest()
    return first[digest[0] % len(first)], second[digest[1] % len(second)]


def attempt_name(email: str) -> str:
    """The name under which attempts for this e-mail are counted, which does not reveal the e-mail."""
    return salted_hmac("cso.recovery.name", name_key(email), algorithm="sha256").hexdigest()


def is_alive(link: RecoveryLink, wall_at: datetime) -> bool:
    """Whether the link may still set a password at this wall time."""
    is_fresh = timedelta(0) <= wall_at - link.made_at < LINK_LIFETIME
    return link.used_at is None and is_fresh and not link.account.is_disabled
