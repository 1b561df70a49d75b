"""One place to see one's sign-ons and to end them. A row's key is a secret: pages speak of its handle."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from cso.active_sign_ons.browsers import UNKNOWN
from cso.models import SignOnSession
from cso.sign_on.sessions import SessionStore
from rehearsals.activity.services import record_activity

ENDED = "cso.sign_on_ended"


@dataclass(frozen=True)
class SignOn:
    """A browser in which the account is signed on. Times: wall."""

    handle: str
    browser: str
    since: datetime
    last_seen: datetime
    is_this: bool


def sign_ons_of(session: SessionStore, at: datetime) -> list[SignOn]:
    """All of the account signed on in `session`, this browser first, then the latest seen. `at`: wall."""
    rows = [row for row in _rows(session) if row.is_signed_on(at)]
    found = [_as_sign_on(row, session) for row in rows]
    return sorted(found, key=lambda one: (not one.is_this, -one.last_seen.timestamp()))


def end_one(*, session: SessionStore, handle: str) -> bool:
    """End the sign-on with this handle; False when it had ended already. Never this browser's own."""
    found = [row for row in _others(session) if constant_time_compare(_handle(row), handle)]
    return _end(session, found) > 0


def end_others(*, session: SessionStore) -> int:
    """End every sign-on of the account but this browser's; how many there were."""
    return _end(session, list(_others(session)))


def _end(session: SessionStore, rows: list[SignOnSession]) -> int:
    """A row that is deleted cannot come back: a page in the making there ends with a notice."""
    keys = [row.session_key for row in rows]
    with transaction.atomic():
        account = session.pacer_account
        # Only rows that are still this account's: somebody else may have signed on there since.
        ended, _ = SignOnSession.objects.of_account(account).filter(session_key__in=keys).delete()
        if ended:
            detail = f"{ended} sign-on{'' if ended == 1 else 's'} ended"
            record_activity(session.rehearsal, ENDED, who=account.log_name, detail=detail)
    return ended


def _rows(session: SessionStore) -> Iterable[SignOnSession]:
    rows = SignOnSession.objects.of_account(session.pacer_account)
    return rows.filter(rehearsal=session.rehearsal).defer("session_data")


def _others(session: SessionStore) -> Iterable[SignOnSession]:
    return _rows(session).exclude(session_key=session.session_key)


def _as_sign_on(row: SignOnSession, session: SessionStore) -> SignOn:
    return SignOn(
        handle=_handle(row),
        browser=row.browser or UNKNOWN,
        since=row.signed_on_at,
        last_seen=row.last_seen_at,
        is_this=row.session_key == session.session_key,
    )


def _handle(row: SignOnSession) -> str:
    return salted_hmac(
        "cso.active_sign_ons.services", row.session_key, algorithm="sha256"
    ).hexdigest()[:32]
