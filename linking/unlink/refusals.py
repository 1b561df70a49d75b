from rehearsals.help.refusals import Desk, Refusal


class UnlinkRefusal(Refusal):
    NOT_LINKED = (
        "This CM/ECF account is not linked, so there is nothing to undo.",
        "Reload the list: somebody may have unlinked it before you.",
        Desk.NOBODY,
    )
    REASON_MISSING = (
        "Say why this link is undone.",
        "The reason is kept in the activity log and mailed to the attorney.",
        Desk.NOBODY,
    )
