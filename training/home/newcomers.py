"""Steps 3 and 4 for people who have no old CM/ECF login in the court to link.

The Service Center takes e-file registrations for NextGen courts only (PACER, Attorney Filers for
CM/ECF).
"""

from cmecf.courts.phases import CourtPhase
from cmecf.models import AccountOrigin
from efile.choices import RequestStatus
from training.home.situation import Action, Situation, Status, Step


def is_registered(situation: Situation) -> bool:
    """Whether the court approved an e-file registration, which created the person's account."""
    account = situation.cmecf_account
    return (
        account is not None
        and account.origin == AccountOrigin.REGISTRATION
        and situation.is_mine(account)
    )


def is_new(situation: Situation) -> bool:
    """Whether the person has no account in this court and wants to file there, or has asked to."""
    wants_to_file = situation.is_newcomer or situation.request is not None
    return situation.cmecf_account is None and wants_to_file


def registered_know(situation: Situation, title: str) -> Step:
    """Step 3 after an approved registration."""
    reason = "You file with your PACER username. Your registration didn't create a CM/ECF login."
    return Step(3, title, Status.COMPLETED, reason)


def registered_link(situation: Situation, title: str) -> Step:
    """Step 4 after an approved registration. An old login left unlinked is a problem."""
    account = situation.cmecf_account
    approved_on = situation.day(account.linked_at if account else None)
    approved = f"The court approved your e-file registration on {approved_on}"
    unlinked = [login for login in situation.logins if not login.is_linked and login.is_active]
    if not unlinked:
        reason = f"{approved}. You can file, and you have nothing to link."
        return Step(4, title, Status.COMPLETED, reason)
    reason = (
        f"{approved}, but you already had the CM/ECF login {unlinked[0].login}. The court now has two"
        " records of you, and your earlier filings are under the old one. Only the court can merge"
        " them."
    )
    return Step(4, title, Status.PROBLEM, reason, Action.CALL_COURT)


def new_know(situation: Situation, title: str) -> Step:
    """Step 3 for a person who is new to the court."""
    reason = "You are new to this court, so you have no old login. Never use a colleague's login."
    return Step(3, title, Status.NOT_NEEDED, reason)


def new_link(situation: Situation, title: str) -> Step:
    """Step 4 for a person who is new to the court: the request to e-file, from go-live on."""
    if prerequisite := _prerequisite(situation):
        reason = (
            f"You have nothing to link. {prerequisite} Then ask the court for permission to e-file."
        )
        return Step(4, title, Status.CANNOT_START, reason)
    if situation.phase is not CourtPhase.NEXTGEN:
        reason = (
            "You have nothing to link. Instead, register to e-file. Registration opens on"
            f" {situation.opening}."
        )
        return Step(4, title, Status.CANNOT_START, reason, is_timed=True)
    status, reason, action = _request_status(situation)
    return Step(4, title, status, reason, action)


def _prerequisite(situation: Situation) -> str:
    account = situation.pacer_account
    if account is None:
        return "First register for your own PACER account (step 1)."
    return "First upgrade your PACER account (step 2)." if account.is_legacy else ""


def _request_status(situation: Situation) -> tuple[Status, str, Action]:
    """The status of the person's newest request in this court."""
    request = situation.request
    register = (
        "You have nothing to link. Register to e-file. The court decides and sends you an e-mail."
    )
    if request is None:
        return Status.NOT_STARTED, register, Action.ASK
    sent_on = situation.day(request.submitted_at)
    pending = f"You have nothing to link. Your request to e-file has been pending since {sent_on}."
    if request.status == RequestStatus.SUBMITTED:
        return (
            Status.IN_PROGRESS,
            f"{pending} The court will send you an e-mail.",
            Action.SEE_REQUEST,
        )
    if request.status == RequestStatus.MORE_INFO:
        return (
            Status.IN_PROGRESS,
            f"{pending} The court needs more information.",
            Action.SEE_REQUEST,
        )
    if request.status == RequestStatus.REJECTED:
        decided_on = situation.day(request.decided_at)
        reason = (
            f"The court did not approve your request on {decided_on}. Its e-mail gives the reason."
            " You may send a new request."
        )
        return Status.NOT_STARTED, reason, Action.ASK
    return Status.NOT_STARTED, register, Action.ASK
