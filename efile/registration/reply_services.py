"""What a filer does with an open request of hers: answer the court's question, or withdraw it."""

from datetime import datetime

from django.db import transaction

from efile.choices import RequestStatus
from efile.models import EfileRegistration
from efile.registration.documents import Document
from efile.registration.refusals import RequestRefusal
from efile.registration.services import attach
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refused


@transaction.atomic
def answer(
    *,
    account: PacerAccount,
    registration: EfileRegistration,
    words: str,
    document: Document | None,
    at: datetime,
) -> EfileRegistration:
    """Give the court what it asked for; the request is back in its queue. `at`: court time.

    Raises Refused(RequestRefusal) when the court has decided meanwhile or asked for nothing.
    """
    row = _locked(account, registration)
    if row.status != RequestStatus.MORE_INFO:
        raise Refused(RequestRefusal.NOTHING_ASKED if row.is_open else _why_over(row))
    row.status, row.answer = RequestStatus.SUBMITTED, words
    row.save(update_fields=["status", "answer"])
    if document:
        attach(row, document, at)
    record_activity(row.rehearsal, "efile.answered", who=account.log_name, detail=row.court.code)
    return row


@transaction.atomic
def withdraw(
    *, account: PacerAccount, registration: EfileRegistration, at: datetime
) -> EfileRegistration:
    """Take an open request back. Raises Refused(RequestRefusal) when it is over. `at`: court time."""
    row = _locked(account, registration)
    if not row.is_open:
        raise Refused(_why_over(row))
    row.status, row.decided_at, row.decided_by = RequestStatus.WITHDRAWN, at, account.log_name
    row.save(update_fields=["status", "decided_at", "decided_by"])
    record_activity(row.rehearsal, "efile.withdrawn", who=account.log_name, detail=row.court.code)
    return row


def _why_over(row: EfileRegistration) -> RequestRefusal:
    is_withdrawn = row.status == RequestStatus.WITHDRAWN
    return RequestRefusal.WITHDRAWN if is_withdrawn else RequestRefusal.DECIDED


def _locked(account: PacerAccount, registration: EfileRegistration) -> EfileRegistration:
    rows = account.efileregistrations.select_related("court", "rehearsal")
    return rows.select_for_update(of=("self",)).get(pk=registration.pk)
