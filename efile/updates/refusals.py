"""Why an update is not taken, or cannot be accepted. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class MaintenanceRefusal(Refusal):
    BILLING_ACCOUNT = (
        "A PACER Administrative Account has no particulars in any court: it only pays.",
        "Log out, then log in with your own individual PACER account.",
        Desk.PSC,
    )
    STALE = (
        "Nothing was saved: this was changed in another window after this page was opened.",
        "Compare what is stored now with what you typed, then submit again.",
        Desk.NOBODY,
    )
    NOT_LINKED = (
        "The filer's PACER account and this CM/ECF account are no longer linked, so the update was"
        " not accepted.",
        "Reject it and say so in the remark. Correct the CM/ECF account by hand if it is right.",
        Desk.NOBODY,
    )
    REMARK_MISSING = (
        "Nothing was decided: write a remark to reject an update.",
        "Say why; the filer reads it in a letter.",
        Desk.NOBODY,
    )
