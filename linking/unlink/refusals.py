from rehearsals.help.refusals import Desk, Refusal


class UnlinkRefusal(Refusal):
    NOT_LINKED = (
        "This CM/ECF account is not linked, so there is nothing to undo.",
        "Reload the list. Another clerk may have unlinked it already.",
        Desk.NOBODY,
    )
    REASON_MISSING = (
        "Enter a reason for undoing this link.",
        "The reason is kept in the activity log and e-mailed to the attorney.",
        Desk.NOBODY,
    )
