"""The court's decisions: each request is decided once, under a lock, logged and e-mailed."""

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from cmecf.models import AccountOrigin, CmecfAccount, FilerRole
from efile.choices import RequestStatus
from efile.models import EfileRegistration, MaintenanceRequest, RequestToCourt
from efile.queue import emails, rules
from efile.updates import emails as update_emails
from efile.updates import rules as update_rules
from pacer_accounts.profile.rules import postal_address
from rehearsals.activity.services import before_change, record_activity
from rehearsals.help.refusals import Refusal, Refused

APPROVED, REJECTED, MORE_INFO = "efile.approved", "efile.rejected", "efile.more_info"
UPDATE_ACCEPTED, UPDATE_REJECTED = "efile.update_accepted", "efile.update_rejected"


@transaction.atomic
def approve(*, request_id: int, remark: str, who: str, at: datetime) -> EfileRegistration:
    """Create a CM/ECF account with which the requester can file right away.

    `who`: the clerk, as in the log. `at`: court time. Raises Refused(DecisionRefusal): the request
    was decided already, the PACER account files in this court already, or it is disabled.
    """
    request = _locked_registration(request_id, APPROVED, who, at)
    # A link locks the PACER account first, too: the requester may be linking at the same time.
    request.pacer_account = request.rehearsal.pacer_accounts.locked().get(
        pk=request.pacer_account_id
    )
    files_here = request.court.cmecf_accounts.filter(pacer_account=request.pacer_account).first()
    _check(rules.why_not_approve(request, files_here))
    request.cmecf_account = _create_account(request, at)
    _decide_registration(request, RequestStatus.PROCESSED, remark, who, APPROVED, at)
    emails.send_approved(request, at=at)
    return request


@transaction.atomic
def reject(
    *, request_id: int, reason: str, remark: str, who: str, at: datetime
) -> EfileRegistration:
    """Reject a registration. `reason`: efile.choices.Reason. Raises Refused(DecisionRefusal)."""
    request = _locked_registration(request_id, REJECTED, who, at)
    _check(rules.why_not_reject(request, reason, remark))
    request.reason = reason
    _decide_registration(request, RequestStatus.REJECTED, remark, who, REJECTED, at)
    emails.send_rejected(request, at=at)
    return request


@transaction.atomic
def ask_for_more(*, request_id: int, remark: str, who: str, at: datetime) -> EfileRegistration:
    """Ask the requester for more information; the request stays open. Raises Refused(DecisionRefusal)."""
    request = _locked_registration(request_id, MORE_INFO, who, at)
    _check(rules.why_not_ask_for_more(request, remark))
    _decide_registration(request, RequestStatus.MORE_INFO, remark, who, MORE_INFO, at)
    emails.send_more_info(request, at=at)
    return request


@transaction.atomic
def accept_update(*, request_id: int, remark: str, who: str, at: datetime) -> MaintenanceRequest:
    """Write the requested values into the CM/ECF account. `who`: the clerk, as in the log.

    `at`: court time. Raises Refused: the request was decided already, the court is not on NextGen, or
    the CM/ECF account is no longer linked to the filer's PACER account.
    """
    request = _locked_update(request_id, UPDATE_ACCEPTED, who, at)
    account = CmecfAccount.objects.locked().get(pk=request.cmecf_account_id)
    _check(update_rules.why_not_accept(request, account))
    for name, value in request.after.items():
        setattr(account, name, value)
    account.save(update_fields=list(request.after))
    _decide_update(request, RequestStatus.PROCESSED, remark, who, UPDATE_ACCEPTED, at)
    update_emails.send_accepted(request, at=at)
    return request


@transaction.atomic
def reject_update(*, request_id: int, remark: str, who: str, at: datetime) -> MaintenanceRequest:
    """Reject an update with a remark. Raises Refused as `accept_update`, or without a remark."""
    request = _locked_update(request_id, UPDATE_REJECTED, who, at)
    _check(update_rules.why_not_reject(remark))
    _decide_update(request, RequestStatus.REJECTED, remark, who, UPDATE_REJECTED, at)
    update_emails.send_rejected(request, at=at)
    return request


def _locked_registration(request_id: int, what: str, who: str, at: datetime) -> EfileRegistration:
    rows = EfileRegistration.objects.select_related("court", "pacer_account", "rehearsal")
    _before_decision(rows.get(pk=request_id), what, who, at)
    request = rows.locked().get(pk=request_id)
    _check(rules.why_closed(request.court, at))
    return request


def _locked_update(request_id: int, what: str, who: str, at: datetime) -> MaintenanceRequest:
    rows = MaintenanceRequest.objects.select_related("court", "pacer_account", "rehearsal")
    _before_decision(rows.get(pk=request_id), what, who, at)
    request = rows.locked().get(pk=request_id)
    _check(update_rules.why_not_decide(request, at))
    return request


def _before_decision(
    request: EfileRegistration | MaintenanceRequest, what: str, who: str, at: datetime
) -> None:
    detail = f"{request.court.code}: {request.pacer_account.log_name}"
    before_change(request.rehearsal, what, at=at, who=who, detail=detail)


def _check(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(refusal)


def _decide_registration(
    request: EfileRegistration, status: str, remark: str, who: str, what: str, at: datetime
) -> None:
    _set_decision(request, status, remark, who, at)
    request.save(
        update_fields=["status", "remark", "reason", "decided_by", "decided_at", "cmecf_account"]
    )
    detail = f"{request.court.code}: {request.pacer_account.log_name} {request.remark}".strip()
    record_activity(request.rehearsal, what, at=at, who=who, detail=detail)


def _decide_update(
    request: MaintenanceRequest, status: str, remark: str, who: str, what: str, at: datetime
) -> None:
    _set_decision(request, status, remark, who, at)
    request.save(update_fields=["status", "remark", "decided_by", "decided_at"])
    asked = f"{request.pacer_account.log_name}, {request.get_kind_display()} {request.remark}"
    detail = f"{request.court.code}: {asked}".strip()
    record_activity(request.rehearsal, what, at=at, who=who, detail=detail)


def _set_decision(
    request: RequestToCourt, status: str, remark: str, who: str, at: datetime
) -> None:
    request.status, request.remark = status, remark.strip()
    request.decided_by, request.decided_at = who, at


def _create_account(request: EfileRegistration, at: datetime) -> CmecfAccount:
    """The requester's new CM/ECF account. Without a password: the filer signs on with PACER only."""
    pacer_account = request.pacer_account
    return CmecfAccount.objects.create(
        rehearsal=request.rehearsal,
        court=request.court,
        login=_free_login(request),
        password=make_password(None),  # marks the password as unusable, without hashing
        first_name=pacer_account.first_name,
        middle_name=pacer_account.middle_name,
        last_name=pacer_account.last_name,
        email=request.email,
        email_frequency=request.email_frequency,
        email_format=request.email_format,
        postal_address=postal_address(pacer_account),
        role=request.role,
        only_case=request.recent_case if request.role == FilerRole.PARTY else "",
        origin=AccountOrigin.REGISTRATION,
        persona=pacer_account.persona,
        pacer_account=pacer_account,
        linked_at=at,
    )


def _free_login(request: EfileRegistration) -> str:
    """ "PACER 7030833", or "PACER 7030833 (2)" after a withdrawn approval.

    No legacy login has a space, so the two can't be confused.
    """
    login = f"PACER {request.pacer_account.account_number}"
    earlier = request.court.cmecf_accounts.filter(login__startswith=login).count()
    return f"{login} ({earlier + 1})" if earlier else login
