"""Steps 3 and 4 of somebody new to the court: nothing to know or link; she asks for the right to e-file.

The Service Center takes such requests for NextGen courts only (PACER, Attorney Filers for CM/ECF).
"""

from cmecf.courts.phases import CourtPhase
from efile.choices import RequestStatus
from training.home.situation import Action, Standing, Status, Step


def is_new(standing: Standing) -> bool:
    """Whether she has no record in this court and wants, or has asked, to file there."""
    return standing.login is None and (standing.is_newcomer or standing.request is not None)


def know(standing: Standing, title: str) -> Step:
    """There is no old login to know, and none is needed."""
    reason = "You are new to this court, so there is no old login to know. Nobody else's is yours to use."
    return Step(3, title, Status.CANNOT_START, reason)


def link(standing: Standing, title: str) -> Step:
    """Nothing to link: the request, from go-live on, and how it stands."""
    if first := _what_comes_first(standing):
        reason = f"There is nothing to link. {first} Then ask the court for the right to e-file."
        return Step(4, title, Status.CANNOT_START, reason)
    if standing.phase is not CourtPhase.NEXTGEN:
        reason = (
            "There is nothing to link. Your way is an e-file registration, which opens on"
            f" {standing.opening}."
        )
        return Step(4, title, Status.CANNOT_START, reason, is_timed=True)
    status, reason, action = _request(standing)
    return Step(4, title, status, reason, action)


def _what_comes_first(standing: Standing) -> str:
    if standing.main is None:
        return "First register for your own PACER account (step 1)."
    return "First upgrade your PACER account (step 2)." if standing.main.is_legacy else ""


def _request(standing: Standing) -> tuple[Status, str, Action]:
    """How her newest request in this court stands."""
    request = standing.request
    ask = "There is nothing to link. Register to e-file: the court decides, and writes to you."
    if request is None:
        return Status.NOT_STARTED, ask, Action.ASK
    since = standing.day(request.submitted_at)
    sent = f"There is nothing to link. Your request to e-file is pending since {since}"
    if request.status == RequestStatus.SUBMITTED:
        return Status.IN_PROGRESS, f"{sent}; the court writes to you.", Action.SEE_REQUEST
    if request.status == RequestStatus.MORE_INFO:
        return Status.IN_PROGRESS, f"{sent}. The court asks you for more.", Action.SEE_REQUEST
    if request.status == RequestStatus.REJECTED:
        on = standing.day(request.decided_at)
        reason = f"The court did not approve your request on {on}. Its letter says why."
        return Status.NOT_STARTED, f"{reason} You may ask again.", Action.ASK
    return Status.NOT_STARTED, ask, Action.ASK
