from rehearsals.help.refusals import Desk, Refusal


class BookmarkRefusal(Refusal):
    """Refusals to keep a bookmark or to go back to one."""

    SWITCHED_OFF = (
        "Your trainer switched off going back in this rehearsal.",
        "Continue from where you are, or ask your trainer.",
        Desk.TRAINER,
    )
    GONE = (
        "This rehearsal can no longer go back to that point.",
        "Someone went back past it or reset the rehearsal, or more than 30 changes were made since."
        " Open Undo and choose a point that is listed there.",
        Desk.NOBODY,
    )
    OTHER_VERSION = (
        "That point was kept by an earlier version of this software, which stored other data.",
        "Open Undo and choose a newer point, or reset the rehearsal.",
        Desk.NOBODY,
    )
    FULL = (
        "This rehearsal already has 30 named bookmarks.",
        "Delete one on the Undo page, then add this one.",
        Desk.NOBODY,
    )
