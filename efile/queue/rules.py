"""What a court may decide about a request: pure functions that give a refusal or None."""

from datetime import datetime

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from efile.choices import Reason
from efile.models import EfileRegistration
from rehearsals.help.refusals import Desk, Refusal


class DecisionRefusal(Refusal):
    COURT_CLOSED = (
        "Nothing was decided: at the court's time now, this court is not on NextGen CM/ECF.",
        "Requests are decided from the court's go-live on. A trainer can move the rehearsal's clock.",
        Desk.TRAINER,
    )
    DECIDED = (
        "This request was decided already.",
        "Load its page anew: a colleague was faster, or the filer withdrew it.",
        Desk.NOBODY,
    )
    FILES_HERE = (
        "The requester files in this court already: the PACER account was linked or registered here"
        " after the request was sent.",
        "Reject the request with the reason “link instead”, and say in the remark that"
        " nothing more is needed.",
        Desk.NOBODY,
    )
    DISABLED = (
        "The requester's PACER account is disabled, so it cannot be given rights.",
        "Ask for more information, or reject the request.",
        Desk.NOBODY,
    )
    REASON_MISSING = (
        "Nothing was decided: choose a reason for the rejection.",
        "The filer reads it in a letter.",
        Desk.NOBODY,
    )
    REMARK_MISSING = (
        "Nothing was decided: write a remark for the filer.",
        "Say what the court needs; the filer reads it in a letter.",
        Desk.NOBODY,
    )


def why_closed(court: Court, at: datetime) -> DecisionRefusal | None:
    """E-file rights given through PACER exist in NextGen courts only. `at`: court time."""
    return None if court.phase(at) is CourtPhase.NEXTGEN else DecisionRefusal.COURT_CLOSED


def why_not_decide(request: EfileRegistration) -> DecisionRefusal | None:
    """A request is decided once; asking for more leaves it open."""
    return None if request.is_open else DecisionRefusal.DECIDED


def why_not_approve(
    request: EfileRegistration, files_here: CmecfAccount | None
) -> DecisionRefusal | None:
    """`files_here`: what the requester's PACER account files as in this court, if anything."""
    if refusal := why_not_decide(request):
        return refusal
    if files_here is not None:
        return DecisionRefusal.FILES_HERE
    return DecisionRefusal.DISABLED if request.pacer_account.is_disabled else None


def why_not_reject(request: EfileRegistration, reason: str, remark: str) -> DecisionRefusal | None:
    """A reason of the list is needed; "another reason" says nothing without a remark."""
    if refusal := why_not_decide(request):
        return refusal
    if reason not in Reason.values:
        return DecisionRefusal.REASON_MISSING
    needs_words = reason == Reason.OTHER and not remark.strip()
    return DecisionRefusal.REMARK_MISSING if needs_words else None


def why_not_ask_for_more(request: EfileRegistration, remark: str) -> DecisionRefusal | None:
    if refusal := why_not_decide(request):
        return refusal
    return None if remark.strip() else DecisionRefusal.REMARK_MISSING
