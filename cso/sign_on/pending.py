"""A sign-on whose password was right and whose second step is still to come.

Held in the browser's session, for ten minutes of wall time. It opens nothing: whoever is pending is
a stranger to every page. `cso.sign_on.completion` finishes it.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

from cso.sign_on.sessions import PENDING, SessionStore
from pacer_accounts.models import PacerAccount
from rehearsals.clock import clock

LIFE = timedelta(minutes=10)


@dataclass(frozen=True)
class Pending:
    """`proven_at`: wall time, ISO. `destination`: the page to go on to, inside this rehearsal.

    `stamp`: of the password that was right. `site`: the login page, for the log.
    """

    account_number: str
    stamp: str
    proven_at: str
    client_code: str
    site: str
    destination: str

    def is_alive(self, at: datetime) -> bool:
        """Whether the second step may still be taken at the wall time `at`."""
        return at - datetime.fromisoformat(self.proven_at) <= LIFE


def hold(
    session: SessionStore, account: PacerAccount, *, client_code: str, site: str, destination: str
) -> None:
    """Remember that `account`'s password was right just now. Another pending sign-on goes."""
    session[PENDING] = asdict(
        Pending(
            account_number=account.account_number,
            stamp=_stamp(account),
            proven_at=clock.wall_now().isoformat(),
            client_code=client_code,
            site=site,
            destination=destination,
        )
    )


def read(session: SessionStore) -> Pending | None:
    """The sign-on that waits for its second step, or None: there is none, or it is too old."""
    held = session.get(PENDING)
    if held is None:
        return None
    pending = Pending(**held)
    return pending if pending.is_alive(clock.wall_now()) else None


def account_of(session: SessionStore) -> PacerAccount | None:
    """Whose second step it is; None also when the account was closed or got another password since."""
    pending = read(session)
    if pending is None:
        return None
    account = session.rehearsal.pacer_accounts.filter(
        account_number=pending.account_number, is_disabled=False
    ).first()
    if account is None or not constant_time_compare(pending.stamp, _stamp(account)):
        return None
    return account


def forget(session: SessionStore) -> None:
    session.pop(PENDING, None)


def _stamp(account: PacerAccount) -> str:
    return salted_hmac("cso.sign_on.pending", account.password, algorithm="sha256").hexdigest()
