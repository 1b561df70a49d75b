"""The client code of a sign-on: what the account asks of it, and what happens when it is missing.

"If required and missing: login works, search privileges are withheld" (PACER FAQ). A code of the
wrong format is kept nowhere; that one was typed is remembered.
"""

from django.db import transaction

from cso.sign_on.sessions import CLIENT_CODE, CLIENT_CODE_REFUSED, SessionStore
from pacer_accounts.models import PacerAccount
from pacer_accounts.preferences import client_codes
from pacer_accounts.preferences.client_codes import CodeFault
from rehearsals.activity.services import record_activity
from rehearsals.models import Outcome

SET = "cso.sign_on.client_code"


def take(session: SessionStore, account: PacerAccount, code: str) -> CodeFault | None:
    """Keep `code` for this sign-on if `account` accepts it; else what is wrong with it."""
    code = code.strip()
    wrong = _fault(session, account, code)
    session[CLIENT_CODE] = "" if wrong else code
    session.pop(CLIENT_CODE_REFUSED, None)
    if wrong is client_codes.MALFORMED:
        session[CLIENT_CODE_REFUSED] = True
    return wrong


def fault_of(session: SessionStore) -> CodeFault | None:
    """Why the sign-on of this browser may not search, as the account stands now; None if it may."""
    if session.get(CLIENT_CODE_REFUSED):
        return client_codes.MALFORMED
    return _fault(session, session.pacer_account, session.get(CLIENT_CODE, ""))


def change(*, session: SessionStore, code: str) -> CodeFault | None:
    """Use `code` from now on in this browser. A refused one changes nothing; says what is wrong."""
    account = session.pacer_account
    wrong = _fault(session, account, code)
    with transaction.atomic():
        if wrong is None:
            take(session, account, code)
        outcome = Outcome.REFUSED if wrong else Outcome.DONE
        detail = wrong.value if wrong else ("set" if code.strip() else "none")
        record_activity(
            session.rehearsal, SET, who=account.log_name, outcome=outcome, detail=detail
        )
    return wrong


def _fault(session: SessionStore, account: PacerAccount, code: str) -> CodeFault | None:
    return client_codes.fault(
        code, account.requires_client_code, account.client_code_format, session.rehearsal.era
    )
