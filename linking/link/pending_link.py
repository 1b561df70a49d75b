"""Between the two pages of a link: a small, dated intent in the session, bound to one account and court.

It holds no password. Everything is checked again when it is used.
"""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import constant_time_compare, get_random_string

from cmecf.models import CmecfAccount, Court
from linking.link.rules import is_proof_fresh
from pacer_accounts.models import PacerAccount

SESSION_KEY = "pending_links"  # court code -> intent: two courts may be half linked at once


@dataclass(frozen=True)
class Intent:
    """Who proved which CM/ECF login, when (wall time, ISO), and the token of the confirm page."""

    pacer_account_id: int
    cmecf_account_id: int
    proven_at: str
    proof: str
    token: str

    def is_fresh(self, at: datetime) -> bool:
        """Ten minutes of wall time: moving the court clock neither ends nor revives it."""
        return is_proof_fresh(datetime.fromisoformat(self.proven_at), at)

    def has_token(self, token: str) -> bool:
        return constant_time_compare(self.token, token)


def keep(
    session: SessionBase,
    *,
    court: Court,
    pacer_account: PacerAccount,
    cmecf_account: CmecfAccount,
    proof: str,
    at_wall: datetime,
) -> None:
    """Remember that this browser proved the login; an older intent at this court is forgotten."""
    intent = Intent(
        pacer_account_id=pacer_account.pk,
        cmecf_account_id=cmecf_account.pk,
        proven_at=at_wall.isoformat(),
        proof=proof,
        token=get_random_string(22),
    )
    session[SESSION_KEY] = session.get(SESSION_KEY, {}) | {court.code: asdict(intent)}


def find(session: SessionBase, *, court: Court, pacer_account: PacerAccount) -> Intent | None:
    """What this browser has half done at `court` as this very account, however old."""
    held = session.get(SESSION_KEY, {}).get(court.code)
    intent = Intent(**held) if held else None
    return intent if intent and intent.pacer_account_id == pacer_account.pk else None


def drop(session: SessionBase, court: Court) -> None:
    """The token is spent, or has grown old."""
    others = dict(session.get(SESSION_KEY, {}))
    if others.pop(court.code, None) is not None:
        session[SESSION_KEY] = others
