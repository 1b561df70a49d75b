"""The client code of a sign-on.

"If required and missing: login works, search privileges are withheld" (PACER FAQ). A malformed code
is not stored; the session only remembers that one was entered.
"""

from datetime import datetime

from django.db import transaction

from cso.sign_on.sessions import CLIENT_CODE, CLIENT_CODE_REFUSED, SessionStore
from pacer_accounts.models import PacerAccount
from pacer_accounts.preferences import client_codes
from pacer_accounts.preferences.client_codes import CodeFault
from rehearsals.activity.services import record_activity
from rehearsals.models import Outcome

CHANGE_CLIENT_CODE = "cso.sign_on.client_code"


def store_client_code(session: SessionStore, account: PacerAccount, code: str) -> CodeFault | None:
    """Store `code` for this sign-on if `account` accepts it; otherwise return what is wrong with it."""
    code = code.strip()
    fault = _code_fault(session, account, code)
    session[CLIENT_CODE] = "" if fault else code
    session.pop(CLIENT_CODE_REFUSED, None)
    if fault is client_codes.MALFORMED:
        session[CLIENT_CODE_REFUSED] = True
    return fault


def client_code_fault(session: SessionStore) -> CodeFault | None:
    """Why this sign-on may not search under the account's current preferences, or None."""
    if session.get(CLIENT_CODE_REFUSED):
        return client_codes.MALFORMED
    return _code_fault(session, session.account, session.get(CLIENT_CODE, ""))


def change_client_code(*, session: SessionStore, code: str, at: datetime) -> CodeFault | None:
    """Use `code` in this browser until logout.

    A refused code changes nothing; the return value says what is wrong with it. `at`: court time.
    """
    account = session.account
    fault = _code_fault(session, account, code)
    with transaction.atomic():
        if fault is None:
            store_client_code(session, account, code)
        record_activity(
            session.rehearsal,
            CHANGE_CLIENT_CODE,
            at=at,
            who=account.log_name,
            outcome=Outcome.REFUSED if fault else Outcome.DONE,
            detail=fault.value if fault else ("set" if code.strip() else "none"),
        )
    return fault


def _code_fault(session: SessionStore, account: PacerAccount, code: str) -> CodeFault | None:
    return client_codes.fault(
        code, account.requires_client_code, account.client_code_format, session.rehearsal.era
    )
