from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from cso.active_sign_ons.browsers import UNKNOWN
from cso.models import SignOnSession
from cso.sign_on.sessions import SessionStore
from rehearsals.models import Rehearsal


@dataclass(frozen=True)
class SignOn:
    """A browser in which the account is signed on. Times: wall.

    `handle` identifies the session on a page, because the session key is a secret.
    """

    handle: str
    browser: str
    since: datetime
    last_seen: datetime
    is_this: bool


def active_sign_ons(session: SessionStore, wall_at: datetime) -> list[SignOn]:
    """All sign-ons of the account signed on in `session`: this browser first, then the latest seen."""
    sign_ons = [
        SignOn(
            handle=_handle(row.session_key),
            browser=row.browser or UNKNOWN,
            since=row.signed_on_at,
            last_seen=row.last_seen_at,
            is_this=row.session_key == session.session_key,
        )
        for row in _sessions_of_account(session)
        if row.signed_on_at and row.last_seen_at and row.is_signed_on(wall_at)
    ]
    return sorted(sign_ons, key=lambda one: (not one.is_this, -one.last_seen.timestamp()))


def other_session_keys(session: SessionStore, handle: str | None = None) -> list[str]:
    """The keys of the account's sessions in other browsers; only the one with `handle` if given."""
    rows = _sessions_of_account(session).exclude(session_key=session.session_key)
    keys = rows.values_list("session_key", flat=True)
    return [key for key in keys if handle is None or constant_time_compare(_handle(key), handle)]


def _sessions_of_account(session: SessionStore) -> QuerySet[SignOnSession]:
    rehearsal = session.rehearsal
    rows = SignOnSession.objects.of_account(session.account).filter(rehearsal=rehearsal)
    return rows.filter(day_changes=rehearsal.clock.day_changes).defer("session_data")


def _handle(session_key: str) -> str:
    digest = salted_hmac("cso.active_sign_ons.services", session_key, algorithm="sha256")
    return digest.hexdigest()[:32]


def people_signed_on(rehearsal: Rehearsal, wall_at: datetime, *, besides: SessionStore) -> int:
    """How many accounts are signed on in other browsers of the rehearsal at the wall time."""
    rows = SignOnSession.objects.filter(rehearsal=rehearsal, pacer_account__isnull=False)
    rows = rows.exclude(session_key=besides.session_key or "").defer("session_data")
    mine = besides.pacer_account.pk if besides.pacer_account else None
    return len({row.pacer_account_id for row in rows if row.is_signed_on(wall_at)} - {mine})
