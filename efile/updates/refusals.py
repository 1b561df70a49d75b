"""Why an update is refused. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class MaintenanceRefusal(Refusal):
    BILLING_ACCOUNT = (
        "A PACER Administrative Account only pays bills. It has no court records to update.",
        "Log out, then log in with your own individual PACER account.",
        Desk.PSC,
    )
    STALE = (
        "We did not save your update. This information changed in another window after you opened this page.",
        "Compare what is stored now with what you typed, then submit again.",
        Desk.NOBODY,
    )
    NOT_LINKED = (
        "You can't accept this update. The filer's PACER account and this CM/ECF account are no longer"
        " linked.",
        "Reject the update and give this reason in the remark. If the update is correct, change the"
        " CM/ECF account yourself.",
        Desk.NOBODY,
    )
    REMARK_MISSING = (
        "Nothing was decided. Write a remark to reject an update.",
        "Give the reason. The filer gets it by e-mail.",
        Desk.NOBODY,
    )
