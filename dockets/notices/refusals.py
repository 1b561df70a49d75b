from rehearsals.help.refusals import Desk, Refusal


class NoticeRefusal(Refusal):
    """NAME = (what happened, what to do, desk). Most are for court staff who resend a notice."""

    NOT_FOUND = (
        "There is no notice here that you can read.",
        "Only the filer and the people in the case read it. If the rehearsal went back or was reset, what was"
        " filed after that point is gone: file it again.",
        Desk.COURT,
    )
    NO_REASON = (
        "The notice was not resent, because the reason is missing.",
        "Enter the reason. The log keeps it.",
        Desk.NOBODY,
    )
    SEALED = (
        "The notice was not resent, because the entry was sealed after the filing.",
        "Its text would reach people who can't read the entry now. Open the entry again first.",
        Desk.NOBODY,
    )
    NO_ADDRESS = (
        "The notice was not resent: nobody chosen has an e-mail address for notices.",
        "Choose someone with an active CM/ECF account, or serve the notice by other means.",
        Desk.NOBODY,
    )
