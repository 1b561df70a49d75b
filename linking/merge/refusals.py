from rehearsals.help.refusals import Desk, Refusal


class MergeRefusal(Refusal):
    NOT_REGISTERED = (
        "Only a record that came from an e-file registration, and files now, can be merged.",
        "Load the list anew: a colleague may have merged it or withdrawn it before you.",
        Desk.NOBODY,
    )
    NOT_FREE = (
        "The earlier record cannot take the registration over: it is linked, closed, or not of this"
        " court.",
        "Load the page anew and choose another. A closed login must be unlocked first.",
        Desk.NOBODY,
    )
    REASON_MISSING = (
        "Say why the two records are merged.",
        "The reason is kept in the activity log and mailed to the filer.",
        Desk.NOBODY,
    )
