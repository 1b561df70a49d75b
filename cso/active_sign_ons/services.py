from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from cso.active_sign_ons.queries import other_session_keys
from cso.models import SignOnSession
from cso.sign_on.sessions import SessionStore
from rehearsals.activity.services import record_activity

ENDED = "cso.sign_on_ended"


def end_one(*, session: SessionStore, handle: str, at: datetime) -> bool:
    """End the sign-on with this handle; False if it had already ended. Never this browser's own.

    `at`: court time.
    """
    return _end(session, other_session_keys(session, handle), at) > 0


def end_others(*, session: SessionStore, at: datetime) -> int:
    """End every sign-on of the account except this browser's; return how many. `at`: court time."""
    return _end(session, other_session_keys(session), at)


def _end(session: SessionStore, keys: Collection[str], at: datetime) -> int:
    """Delete the rows; a request that is running in such a browser ends with a notice."""
    account = session.account
    with transaction.atomic():
        # Only rows that still belong to the account: someone else may have signed on there since.
        ended, _ = SignOnSession.objects.of_account(account).filter(session_key__in=keys).delete()
        if ended:
            detail = f"{ended} sign-on{'' if ended == 1 else 's'} ended"
            record_activity(session.rehearsal, ENDED, who=account.log_name, detail=detail, at=at)
    return ended
