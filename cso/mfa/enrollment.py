"""An unfinished app enrollment, kept in the browser's session for ten minutes of wall time.

It holds the digest of the e-mailed security code, and once that is verified, the app's secret
instead. Both are valid only for the account that started the enrollment.
"""

from datetime import datetime

from cso.mfa.rules import CODE_LIFETIME
from cso.sign_on.sessions import SessionStore
from pacer_accounts.models import PacerAccount

_KEY = "mfa_enrollment"


def store(session: SessionStore, account: PacerAccount, wall_at: datetime, **value: str) -> None:
    """`value`: digest="…" or secret="…"."""
    session[_KEY] = {
        "account": account.account_number,
        "since": wall_at.isoformat(),
        **value,
    }


def read(session: SessionStore, account: PacerAccount, name: str, wall_at: datetime) -> str | None:
    """The account's "digest" or "secret", or None if there is none or it has expired."""
    enrollment = session.get(_KEY)
    if not enrollment or enrollment["account"] != account.account_number:
        return None
    if wall_at - datetime.fromisoformat(enrollment["since"]) > CODE_LIFETIME:
        return None
    return enrollment.get(name)


def clear(session: SessionStore) -> None:
    session.pop(_KEY, None)
