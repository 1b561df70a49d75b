"""A court decides about an e-file registration: once, under a lock, on record, and by letter."""

from django.contrib.auth.hashers import make_password
from django.db import transaction

from cmecf.models import CameBy, CmecfAccount, FilerRole
from efile.choices import RequestStatus
from efile.models import EfileRegistration
from efile.queue import emails, rules
from efile.updates.rules import postal_address
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.help.refusals import Refusal, Refused


@transaction.atomic
def approve(*, request_id: int, remark: str, who: str) -> EfileRegistration:
    """Give the requester a record and the right to file, at once; the request, processed.

    `who` is the clerk as in the log. Raises Refused with a DecisionRefusal: decided already, she
    files here already (she linked meanwhile), or her PACER account is disabled.
    """
    request = _held(request_id)
    # Locked first, as a link does: she may be linking at this very moment.
    request.pacer_account = request.rehearsal.pacer_accounts.select_for_update().get(
        pk=request.pacer_account_id
    )
    files_here = request.court.cmecf_accounts.filter(pacer_account=request.pacer_account).first()
    _check(rules.why_not_approve(request, files_here))
    request.cmecf_account = _new_record(request)
    _decide(request, RequestStatus.PROCESSED, remark, who, "efile.approved")
    emails.send_approved(request)
    return request


@transaction.atomic
def reject(*, request_id: int, reason: str, remark: str, who: str) -> EfileRegistration:
    """Say no, with a reason (efile.choices.Reason). Raises Refused with a DecisionRefusal."""
    request = _held(request_id)
    _check(rules.why_not_reject(request, reason, remark))
    request.reason = reason
    _decide(request, RequestStatus.REJECTED, remark, who, "efile.rejected")
    emails.send_rejected(request)
    return request


@transaction.atomic
def ask_for_more(*, request_id: int, remark: str, who: str) -> EfileRegistration:
    """Ask the requester a question; the request stays open. Raises Refused with a DecisionRefusal."""
    request = _held(request_id)
    _check(rules.why_not_ask_for_more(request, remark))
    _decide(request, RequestStatus.MORE_INFO, remark, who, "efile.more_info")
    emails.send_more(request)
    return request


def _held(request_id: int) -> EfileRegistration:
    """The request, locked: of two clerks the second reads what the first decided."""
    request = (
        EfileRegistration.objects.select_for_update(of=("self",))
        .select_related("court", "pacer_account", "rehearsal")
        .get(pk=request_id)
    )
    _check(rules.why_closed(request.court, clock.now()))
    return request


def _check(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(refusal)


def _decide(request: EfileRegistration, status: str, remark: str, who: str, what: str) -> None:
    request.status, request.remark = status, remark.strip()
    request.decided_by, request.decided_at = who, clock.now()
    request.save(
        update_fields=["status", "remark", "reason", "decided_by", "decided_at", "cmecf_account"]
    )
    whose = f"{request.court.code}: {request.pacer_account.log_name}"
    record_activity(request.rehearsal, what, who=who, detail=f"{whose} {request.remark}".strip())


def _new_record(request: EfileRegistration) -> CmecfAccount:
    """Her record begins now. No password fits it: she signs on with PACER only."""
    holder = request.pacer_account
    return CmecfAccount.objects.create(
        rehearsal=request.rehearsal,
        court=request.court,
        login=_free_login(request),
        password=make_password(None),  # hashes nothing: marks it unusable
        first_name=holder.first_name,
        middle_name=holder.middle_name,
        last_name=holder.last_name,
        email=request.email,
        email_frequency=request.email_frequency,
        email_format=request.email_format,
        postal_address=postal_address(holder),
        role=request.role,
        only_case=request.recent_case if request.role == FilerRole.PARTY else "",
        came_by=CameBy.REGISTRATION,
        persona=holder.persona,
        pacer_account=holder,
        linked_at=clock.now(),
    )


def _free_login(request: EfileRegistration) -> str:
    """ "PACER 7030833": the space keeps it apart from every legacy login; counted up if withdrawn."""
    name = f"PACER {request.pacer_account.account_number}"
    before = request.court.cmecf_accounts.filter(login__startswith=name).count()
    return f"{name} ({before + 1})" if before else name
