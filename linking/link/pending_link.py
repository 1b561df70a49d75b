"""What the session keeps between the two pages of a link. It holds no password.

Everything is checked again when the link is made.
"""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import constant_time_compare, get_random_string

from cmecf.models import CmecfAccount, Court
from linking.link.rules import is_proof_fresh
from pacer_accounts.models import PacerAccount

SESSION_KEY = "pending_links"  # court code -> pending link, so that two courts can be under way


@dataclass(frozen=True)
class PendingLink:
    """A proven CM/ECF login that is not linked yet.

    `proven_at`: wall time, ISO 8601. `proof`: see linking.link.services.proof_of. `token`: the
    one-time token of the confirm page.
    """

    pacer_account_id: int
    cmecf_account_id: int
    proven_at: str
    proof: str
    token: str

    def is_fresh(self, at_wall: datetime) -> bool:
        """Whether the proof still counts. Moving the court clock does not change that."""
        return is_proof_fresh(datetime.fromisoformat(self.proven_at), at_wall)

    def has_token(self, token: str) -> bool:
        return constant_time_compare(self.token, token)


def save(
    session: SessionBase,
    *,
    court: Court,
    pacer_account: PacerAccount,
    cmecf_account: CmecfAccount,
    proof: str,
    at_wall: datetime,
) -> None:
    """Remember that this browser proved the login. Replaces an older pending link in `court`."""
    pending = PendingLink(
        pacer_account_id=pacer_account.pk,
        cmecf_account_id=cmecf_account.pk,
        proven_at=at_wall.isoformat(),
        proof=proof,
        token=get_random_string(22),
    )
    session[SESSION_KEY] = session.get(SESSION_KEY, {}) | {court.code: asdict(pending)}


def find(session: SessionBase, *, court: Court, pacer_account: PacerAccount) -> PendingLink | None:
    """The pending link of this PACER account in `court`, however old."""
    values = session.get(SESSION_KEY, {}).get(court.code)
    pending = PendingLink(**values) if values else None
    return pending if pending and pending.pacer_account_id == pacer_account.pk else None


def clear(session: SessionBase, court: Court) -> None:
    """Forget the pending link in `court`: its token was used, or its proof expired."""
    others = dict(session.get(SESSION_KEY, {}))
    if others.pop(court.code, None) is not None:
        session[SESSION_KEY] = others
