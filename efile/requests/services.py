"""What a filer does with an open registration: answer the court's question, or withdraw it."""

from datetime import datetime

from django.db import transaction

from efile.choices import RequestStatus
from efile.models import EfileRegistration
from efile.registration.refusals import RequestRefusal
from efile.registration.services import attach
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import before_change, record_activity
from rehearsals.documents.document import Document
from rehearsals.help.refusals import Refused

ANSWERED, WITHDRAWN = "efile.answered", "efile.withdrawn"


@transaction.atomic
def answer(
    *,
    account: PacerAccount,
    registration: EfileRegistration,
    text: str,
    document: Document | None,
    at: datetime,
) -> EfileRegistration:
    """Answer the court, which returns the request to the court's queue. `at`: court time.

    Raises Refused(RequestRefusal) if the court has decided or hasn't asked for anything.
    """
    _before_change(ANSWERED, account, registration, at)
    request = _locked(account, registration)
    if request.status != RequestStatus.MORE_INFO:
        raise Refused(RequestRefusal.NOTHING_ASKED if request.is_open else _why_closed(request))
    request.status, request.answer = RequestStatus.SUBMITTED, text
    request.save(update_fields=["status", "answer"])
    if document:
        attach(request, document, at)
    record_activity(
        request.rehearsal,
        ANSWERED,
        at=at,
        who=account.log_name,
        detail=request.court.code,
    )
    return request


@transaction.atomic
def withdraw(
    *, account: PacerAccount, registration: EfileRegistration, at: datetime
) -> EfileRegistration:
    """Withdraw an open request and delete the content of its documents. `at`: court time.

    Raises Refused(RequestRefusal) if it is closed.
    """
    _before_change(WITHDRAWN, account, registration, at)
    request = _locked(account, registration)
    if not request.is_open:
        raise Refused(_why_closed(request))
    request.status = RequestStatus.WITHDRAWN
    request.decided_at, request.decided_by = at, account.log_name
    request.save(update_fields=["status", "decided_at", "decided_by"])
    request.documents.update(content=b"")
    record_activity(
        request.rehearsal,
        WITHDRAWN,
        at=at,
        who=account.log_name,
        detail=request.court.code,
    )
    return request


def _before_change(
    what: str, account: PacerAccount, registration: EfileRegistration, at: datetime
) -> None:
    code = registration.court.code
    before_change(registration.rehearsal, what, at=at, who=account.log_name, detail=code)


def _why_closed(request: EfileRegistration) -> RequestRefusal:
    is_withdrawn = request.status == RequestStatus.WITHDRAWN
    return RequestRefusal.WITHDRAWN if is_withdrawn else RequestRefusal.DECIDED


def _locked(account: PacerAccount, registration: EfileRegistration) -> EfileRegistration:
    rows = EfileRegistration.objects.filter(pacer_account=account)
    return rows.select_related("court", "rehearsal").locked().get(pk=registration.pk)
