from rehearsals.help.refusals import Desk, Refusal


class ClerkRefusal(Refusal):
    """Why a clerk's change of a docket is refused."""

    SAME_RESTRICTION = (
        "It already has this restriction, so there is nothing to change.",
        "Reload the list. Another clerk may have changed it already.",
        Desk.NOBODY,
    )
    TEXT_MISSING = (
        "The docket text can't be empty.",
        "Enter the whole corrected text.",
        Desk.NOBODY,
    )
    SAME_TEXT = (
        "This is the docket text already, so there is nothing to correct.",
        "Change the text, or press Cancel.",
        Desk.NOBODY,
    )
    NO_NOTICE = (
        "No notice was sent for this entry, so there is nothing to resend.",
        "Choose an entry that was filed in this rehearsal.",
        Desk.NOBODY,
    )
    NO_FILE = (
        "The file of this document can't be read.",
        "Try again in a few minutes. If it goes on, tell the person who runs this server.",
        Desk.TRAINER,
    )
    REASON_MISSING = (
        "Enter a reason for the change.",
        "The reason is kept with the entry and in the activity log.",
        Desk.NOBODY,
    )
