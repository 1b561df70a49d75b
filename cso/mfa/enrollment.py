"""An app that is being added: held in the browser's session for ten minutes of wall time.

First the digest of the mailed code, then, in its place, the secret that the page shows. Both are
good only for the account that asked.
"""

from datetime import datetime

from cso.mfa.rules import CODE_LIFE
from cso.sign_on.sessions import SessionStore
from pacer_accounts.models import PacerAccount
from rehearsals.clock import clock

KEY = "mfa_adding"


def hold(session: SessionStore, account: PacerAccount, **what: str) -> None:
    """`what`: digest="…" or secret="…"."""
    session[KEY] = {
        "account": account.account_number,
        "since": clock.wall_now().isoformat(),
        **what,
    }


def held(session: SessionStore, account: PacerAccount, name: str) -> str | None:
    """The digest or the secret held for this account, or None: there is none, or it is too old."""
    found = session.get(KEY)
    if not found or found["account"] != account.account_number:
        return None
    if clock.wall_now() - datetime.fromisoformat(found["since"]) > CODE_LIFE:
        return None
    return found.get(name)


def forget(session: SessionStore) -> None:
    session.pop(KEY, None)
