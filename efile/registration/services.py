from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from cmecf.models import Court
from efile.models import EfileRegistration
from efile.registration import emails, queries, rules
from efile.registration.refusals import EfileRefusal
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.documents.document import Document
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal

REQUESTED = "efile.requested"


def why_not(
    *, rehearsal: Rehearsal, account: PacerAccount, court: Court, at: datetime
) -> EfileRefusal | None:
    """Why this account can't send a request to this court at the court time `at`, or None."""
    return (
        rules.why_not_begin(account, rehearsal.link_policy)
        or rules.why_closed(court, at)
        or rules.why_not_here(
            queries.record_of(account, court),
            queries.open_request_of(account, court) is not None,
        )
    )


def submit(
    *,
    rehearsal: Rehearsal,
    account: PacerAccount,
    court: Court,
    requested: Mapping[str, Any],
    document: Document | None,
    at: datetime,
) -> EfileRegistration:
    """Send a request for permission to e-file to `court` at the court time `at`.

    `requested`: columns of EfileRegistration. Raises Refused(EfileRefusal): every rule is checked
    again here, with the account locked.
    """
    try:
        with transaction.atomic():
            return _submit(rehearsal, account, court, requested, document, at)
    except Refused as refused:
        record_refusal(
            rehearsal, REQUESTED, refused.reason, at=at, who=account.log_name, detail=court.code
        )
        raise


def _submit(
    rehearsal: Rehearsal,
    account: PacerAccount,
    court: Court,
    requested: Mapping[str, Any],
    document: Document | None,
    at: datetime,
) -> EfileRegistration:
    before_change(rehearsal, REQUESTED, at=at, who=account.log_name, detail=court.code)
    account = rehearsal.pacer_accounts.locked().get(pk=account.pk)
    reason = why_not(rehearsal=rehearsal, account=account, court=court, at=at)
    reason = reason or rules.why_not_ask_for(
        court, requested["kind"], requested["role"], requested["application"]
    )
    reason = reason or rules.why_incomplete(
        court,
        requested["role"],
        requested["application"],
        recent_case=requested.get("recent_case", ""),
        has_document=document is not None,
    )
    if reason:
        raise Refused(reason)
    made = EfileRegistration.objects.create(
        rehearsal=rehearsal, court=court, pacer_account=account, submitted_at=at, **requested
    )
    if document:
        attach(made, document, at)
    detail = f"{court.code}: {made.get_role_display()}"
    record_activity(rehearsal, REQUESTED, at=at, who=account.log_name, detail=detail)
    emails.send_submitted(made, at=at)
    return made


def attach(registration: EfileRegistration, document: Document, at: datetime) -> None:
    """Store an uploaded PDF with its request. `at`: court time."""
    registration.documents.create(
        rehearsal_id=registration.rehearsal_id,
        name=document.name,
        sha256=document.digest,
        size=document.size,
        content=document.content,
        uploaded_at=at,
    )
