"""What recovery asks, and what it answers. Pure, and the same for people it knows and does not know.

PACER FAQ: a reset needs the e-mail of the account, one of username, account number and date of birth,
and the answers to the security questions. How often one may try and how long a link lives no public
source says: docs/decisions have ours.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from cso.models import RecoveryLink
from cso.sign_on.rules import LOCKOUT
from rehearsals.help.refusals import Desk, Refusal
from rehearsals.security.normalization import name_key

DOOR = "cso.recovery"
TRIES = LOCKOUT  # as at the login; a right answer counts too, or the lock would tell it from a wrong one
LINK_LIFE = timedelta(hours=24)
CASE_LIFE = timedelta(minutes=30)

PASSWORD, USERNAME = "password", "username"  # what was forgotten


class RecoveryRefusal(Refusal):
    """None of them says whether there is such an account."""

    LOCKED = (
        "These answers were not looked at: there were five tries for this e-mail.",
        "Wait until 15 minutes of your own time have passed since the fifth try (moving the court"
        " clock does not shorten them), then start again. Look into the mailbox first: a letter may"
        " have come.",
        Desk.PSC,
    )
    LINK_DEAD = (
        "This link no longer works.",
        "A link works once, for 24 hours, and only until the next one is asked for or the password is"
        " changed. Ask for a new link on the page Forgot Your Password?",
        Desk.PSC,
    )


def decoy_questions(first: Sequence[str], second: Sequence[str], *typed: str) -> tuple[str, str]:
    """Questions for somebody unknown: the same ones whenever the same things are typed."""
    digest = salted_hmac("cso.recovery.decoy", _joined(typed), algorithm="sha256").digest()
    return first[digest[0] % len(first)], second[digest[1] % len(second)]


def counted_as(email: str) -> str:
    """The name under which tries for this e-mail are counted. Nobody can read the e-mail from it."""
    return salted_hmac("cso.recovery.name", name_key(email), algorithm="sha256").hexdigest()


def is_alive(link: RecoveryLink, at: datetime) -> bool:
    """Whether the link may still set a password at the wall time `at`."""
    is_fresh = timedelta(0) <= at - link.made_at < LINK_LIFE
    return link.used_at is None and is_fresh and not link.account.is_disabled


def _joined(typed: Sequence[str]) -> str:
    return "\n".join(name_key(one) for one in typed)
