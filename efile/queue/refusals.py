from rehearsals.help.refusals import Desk, Refusal


class DecisionRefusal(Refusal):
    """Why a clerk's decision is refused."""

    COURT_CLOSED = (
        "Nothing was decided. At the current court time, this court is not on NextGen CM/ECF.",
        "The court decides requests from go-live on. A trainer can change the rehearsal's court time.",
        Desk.TRAINER,
    )
    DECIDED = (
        "This request has already been decided or withdrawn.",
        "Reload the page. Another clerk decided the request, or the filer withdrew it.",
        Desk.NOBODY,
    )
    FILES_HERE = (
        "The requester already files in this court: the PACER account was linked or registered here"
        " after the request was sent.",
        "Reject the request with the reason “link instead”, and say in the remark that"
        " the filer doesn't need to do anything else.",
        Desk.NOBODY,
    )
    DISABLED = (
        "The requester's PACER account is disabled, so it can't get permission to e-file.",
        "Ask for more information, or reject the request.",
        Desk.NOBODY,
    )
    REASON_MISSING = (
        "Nothing was decided. Choose a reason for the rejection.",
        "The filer gets it by e-mail.",
        Desk.NOBODY,
    )
    REMARK_MISSING = (
        "Nothing was decided. Write a remark to the filer.",
        "Say what the court needs. The filer gets it by e-mail.",
        Desk.NOBODY,
    )
