"""A sign-on whose password was verified and whose passcode is still missing.

It is kept in the browser's session for ten minutes of wall time. Until `login_steps.finish_sign_on`
completes it, the user is not authenticated on any page.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

from cso.sign_on.sessions import PENDING, SessionStore
from pacer_accounts.models import PacerAccount

LIFETIME = timedelta(minutes=10)


@dataclass(frozen=True)
class PendingSignOn:
    """`stamp`: a keyed digest of the password hash that was verified.

    `verified_at`: wall time, ISO 8601. `site`: the login page, for the log. `destination`: the page
    to open after the sign-on, inside this rehearsal.
    """

    account_number: str
    stamp: str
    verified_at: str
    client_code: str
    site: str
    destination: str

    def is_alive(self, wall_at: datetime) -> bool:
        """Whether the passcode may still be entered at this wall time."""
        return wall_at - datetime.fromisoformat(self.verified_at) <= LIFETIME


def store(
    session: SessionStore,
    account: PacerAccount,
    *,
    client_code: str,
    site: str,
    destination: str,
    wall_at: datetime,
) -> None:
    """Remember that `account`'s password was verified; replaces any other pending sign-on."""
    session[PENDING] = asdict(
        PendingSignOn(
            account_number=account.account_number,
            stamp=_stamp(account),
            verified_at=wall_at.isoformat(),
            client_code=client_code,
            site=site,
            destination=destination,
        )
    )


def read(session: SessionStore, wall_at: datetime) -> PendingSignOn | None:
    """The pending sign-on of this browser, or None if there is none or it has expired."""
    values = session.get(PENDING)
    if values is None:
        return None
    try:
        pending = PendingSignOn(**values)
    except TypeError:  # stored by an older version of this code
        return None
    return pending if pending.is_alive(wall_at) else None


def account_of(session: SessionStore, pending: PendingSignOn) -> PacerAccount | None:
    """The account of `pending`, or None if it was disabled or its password changed since."""
    account = session.rehearsal.pacer_accounts.filter(
        account_number=pending.account_number, is_disabled=False
    ).first()
    if account is None or not constant_time_compare(pending.stamp, _stamp(account)):
        return None
    return account


def clear(session: SessionStore) -> None:
    session.pop(PENDING, None)


def _stamp(account: PacerAccount) -> str:
    return salted_hmac("cso.sign_on.pending", account.password, algorithm="sha256").hexdigest()
