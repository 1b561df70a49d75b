"""What a court may decide about a registration."""

from datetime import datetime

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from efile.choices import Reason
from efile.models import EfileRegistration
from efile.queue.refusals import DecisionRefusal


def why_closed(court: Court, at: datetime) -> DecisionRefusal | None:
    """Only NextGen courts grant permission to e-file through PACER. `at`: court time."""
    return None if court.phase(at) is CourtPhase.NEXTGEN else DecisionRefusal.COURT_CLOSED


def why_not_decide(request: EfileRegistration) -> DecisionRefusal | None:
    """A request is decided once. Asking for more information leaves it open."""
    return None if request.is_open else DecisionRefusal.DECIDED


def why_not_approve(
    request: EfileRegistration, files_here: CmecfAccount | None
) -> DecisionRefusal | None:
    """`files_here`: the CM/ECF account that the requester's PACER account already has in the court."""
    if refusal := why_not_decide(request):
        return refusal
    if files_here is not None:
        return DecisionRefusal.FILES_HERE
    return DecisionRefusal.DISABLED if request.pacer_account.is_disabled else None


def why_not_reject(request: EfileRegistration, reason: str, remark: str) -> DecisionRefusal | None:
    """A rejection needs a reason; "another reason" also needs a remark."""
    if refusal := why_not_decide(request):
        return refusal
    if reason not in Reason.values:
        return DecisionRefusal.REASON_MISSING
    needs_remark = reason == Reason.OTHER and not remark.strip()
    return DecisionRefusal.REMARK_MISSING if needs_remark else None


def why_not_ask_for_more(request: EfileRegistration, remark: str) -> DecisionRefusal | None:
    """The remark is the question to the filer."""
    if refusal := why_not_decide(request):
        return refusal
    return None if remark.strip() else DecisionRefusal.REMARK_MISSING
