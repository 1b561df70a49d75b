"""A court accepts or rejects an update: once, under a lock, on record, and by letter."""

from django.db import transaction

from cmecf.models import CmecfAccount
from efile.choices import RequestStatus
from efile.models import MaintenanceRequest
from efile.updates import emails, rules
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.help.refusals import Refusal, Refused


@transaction.atomic
def accept(*, request_id: int, remark: str, who: str) -> MaintenanceRequest:
    """Write what was asked for into the court's record. `who`: the clerk as in the log.

    Raises Refused: decided already, the court is not on NextGen, or the link was undone.
    """
    request = _held(request_id)
    record = CmecfAccount.objects.select_for_update().get(pk=request.cmecf_account_id)
    _check(rules.why_not_accept(request, record))
    for name, value in request.after.items():
        setattr(record, name, value)
    record.save(update_fields=list(request.after))
    _decide(request, RequestStatus.PROCESSED, remark, who, "efile.update_accepted")
    emails.send_accepted(request)
    return request


@transaction.atomic
def reject(*, request_id: int, remark: str, who: str) -> MaintenanceRequest:
    """Leave the court's record as it is, and say why. Raises Refused as `accept`, or no remark."""
    request = _held(request_id)
    _check(rules.why_not_reject(remark))
    _decide(request, RequestStatus.REJECTED, remark, who, "efile.update_rejected")
    emails.send_rejected(request)
    return request


def _held(request_id: int) -> MaintenanceRequest:
    """The request, locked: of two clerks the second reads what the first decided."""
    request = (
        MaintenanceRequest.objects.select_for_update(of=("self",))
        .select_related("court", "pacer_account", "rehearsal")
        .get(pk=request_id)
    )
    _check(rules.why_not_decide(request, clock.now()))
    return request


def _check(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(refusal)


def _decide(request: MaintenanceRequest, status: str, remark: str, who: str, what: str) -> None:
    request.status, request.remark = status, remark.strip()
    request.decided_by, request.decided_at = who, clock.now()
    request.save(update_fields=["status", "remark", "decided_by", "decided_at"])
    asked = f"{request.court.code}: {request.pacer_account.log_name}, {request.get_kind_display()}"
    record_activity(request.rehearsal, what, who=who, detail=f"{asked} {request.remark}".strip())
