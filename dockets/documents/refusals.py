"""Refusals to show a document. The first sentences are labels of real CM/ECF."""

from dockets.documents.limits import DRAFTS_OF_ACCOUNT, DRAFTS_OF_REHEARSAL
from rehearsals.help.refusals import Desk, Refusal


class DocumentRefusal(Refusal):
    NO_PERMISSION = (
        "You do not have permission to view this document.",
        "Only the attorneys and parties of the case can read it. If you are one of them, log in with the"
        " account that you file with. If that doesn't help, call the court.",
        Desk.COURT,
    )
    NATURE_OF_SUIT = (
        "Permission to view this document is denied based on Nature of Suit.",
        "In Social Security and immigration cases only the attorneys and parties read documents here. If you"
        " are one of them, log in with the account that you file with. Others read them at the courthouse.",
        Desk.COURT,
    )
    NO_CASE = (
        "Cannot locate the case with caseid.",
        "The address names another case than the document's. Open the document from the docket sheet or the"
        " notice.",
        Desk.NOBODY,
    )
    SEALED = (
        "This document is under seal.",
        "Only court staff can read it. If you are an attorney in the case, call the court.",
        Desk.COURT,
    )
    NOT_AVAILABLE = (
        "This document is not available.",
        "Check its number on the docket sheet. If it is right, call the court.",
        Desk.COURT,
    )
    OPEN_AGAIN = (
        "This address of a document was used, or it is too old.",
        "Open the document from the docket sheet or the notice.",
        Desk.NOBODY,
    )
    CHOOSE_AGAIN = (
        "A document of this filing is not stored any more. Nothing was filed.",
        "Go back to the documents and choose it again. Uploads are kept for a day.",
        Desk.NOBODY,
    )
    NOT_STORED = (
        "Documents can't be stored or read right now. Nothing was filed, and nothing was charged.",
        "Try again in a few minutes. If it goes on, tell the person who runs this server.",
        Desk.TRAINER,
    )
    NO_ROOM = (
        "This rehearsal has no more room for uploads. Nothing was filed.",
        "Use a practice document, or start another rehearsal. Practice documents don't count. Filings that"
        " were undone count as long as you can bring them back.",
        Desk.NOBODY,
    )
    TOO_MANY_DRAFTS = (
        f"You have {DRAFTS_OF_ACCOUNT} uploads that wait for a filing. The document was not stored.",
        "Submit or leave your other filing, then choose the document again. Or use a practice document. We"
        " delete uploads that wait longer than a day.",
        Desk.NOBODY,
    )
    REHEARSAL_DRAFTS = (
        f"This rehearsal has {DRAFTS_OF_REHEARSAL} uploads that wait for a filing. The document was not"
        " stored.",
        "Use a practice document, or ask the others in this rehearsal to submit or leave their filings. We"
        " delete uploads that wait longer than a day.",
        Desk.NOBODY,
    )
