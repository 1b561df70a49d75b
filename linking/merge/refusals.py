from rehearsals.help.refusals import Desk, Refusal


class MergeRefusal(Refusal):
    NOT_REGISTERED = (
        "Only an account that an e-file registration created, and that can still file, can be merged.",
        "Reload the list. Another clerk may have merged or closed the account already.",
        Desk.NOBODY,
    )
    NOT_FREE = (
        "The earlier account can't be used: it is linked, closed, or in another court.",
        "Reload the page and choose another account. Unlock a closed login first.",
        Desk.NOBODY,
    )
    REASON_MISSING = (
        "Enter a reason for merging the two accounts.",
        "The reason is kept in the activity log and e-mailed to the filer.",
        Desk.NOBODY,
    )
