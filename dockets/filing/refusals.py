"""Refusals to file. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class FilingRefusal(Refusal):
    OTHER_COURT = (
        "This CM/ECF account belongs to another court.",
        "A link or a registration counts only in its own court. Link or register in this court, too.",
        Desk.COURT,
    )
    INACTIVE = (
        "This CM/ECF account is not active, so you can't file with it.",
        "Call the court's CM/ECF Help Desk. Only the court can reactivate the account.",
        Desk.COURT,
    )
    NOT_LINKED = (
        "No PACER account is linked to this CM/ECF account, so you can't file with it.",
        "Open Utilities and link the accounts first. Then file.",
        Desk.COURT,
    )
    ACCOUNT_CHANGED = (
        "Your CM/ECF account changed while you were filing. Nothing was filed.",
        "Open Utilities to see which account you file with now. Then file again.",
        Desk.COURT,
    )
    CLOSED = (
        "CM/ECF is closed while the court moves to NextGen. Nothing was filed.",
        "Read the notices on the court's web site, and call the court if something is due.",
        Desk.COURT,
    )
    NOT_YOUR_EVENT = (
        "Your role in this court can't use this event.",
        "Choose an event from your own menu. If the role on your record is wrong, call the court.",
        Desk.COURT,
    )
    ONLY_ONE_CASE = (
        "Your permission to e-file covers one case only, and this is another one.",
        "Enter the number of the case in which the court allowed you to e-file.",
        Desk.COURT,
    )
    SEALED_CASE = (
        "This case is under seal.",
        "You can't file in it electronically. Call the court.",
        Desk.COURT,
    )
    NO_SUCH_CASE = (
        "This case does not exist in this court. Nothing was filed.",
        "Check the number, and find the case again.",
        Desk.NOBODY,
    )
    WRONG_MENU = (
        "This case is not of the kind that this menu is for.",
        "Use Civil for civil cases and Criminal for criminal cases. Leaving this page aborts the filing.",
        Desk.NOBODY,
    )
    NOT_YOUR_CASE = (
        "A party can file only for himself or herself, and you are not a party of this case.",
        "Check the case number. If you should be a party, call the court.",
        Desk.COURT,
    )
    NOT_IN_CRIMINAL = (
        "Only attorneys and the defendants themselves can file in a criminal case.",
        "Check the case number. If you have a paper for the court, call the court.",
        Desk.COURT,
    )
    NOT_COUNSEL = (
        "Only an attorney who appears in this case can file a restricted document in it.",
        "File a Notice of Appearance first. If you appear in the case, call the court.",
        Desk.COURT,
    )
    NOT_A_PARTY = (
        "You chose a filer who is not a party of this case.",
        "Go back to Select the Filer and choose again.",
        Desk.NOBODY,
    )
    NO_FILER = (
        "No filer is chosen.",
        "Go back to Select the Filer and choose the party that you file for.",
        Desk.NOBODY,
    )
    NO_DOCUMENT = (
        "This event needs a document, and none is attached.",
        "Go back to the documents and choose the main document.",
        Desk.NOBODY,
    )
    NO_REFERENCE = (
        "This event must refer to an earlier document of the case.",
        "Go back and choose the document that your filing is about.",
        Desk.NOBODY,
    )
    FEE_UNPAID = (
        "This event has a filing fee, and it is not paid.",
        "Go back to the fee and enter a practice card, or say why no fee is due.",
        Desk.NOBODY,
    )
