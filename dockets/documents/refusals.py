"""Refusals to show a document. The first sentences are labels of real CM/ECF."""

from rehearsals.help.refusals import Desk, Refusal


class DocumentRefusal(Refusal):
    NO_PERMISSION = (
        "You do not have permission to view this document.",
        "Only the attorneys and parties of the case can read it. If you are one of them, log in with the"
        " account that you file with. If that doesn't help, call the court.",
        Desk.COURT,
    )
    SEALED = (
        "This document is under seal.",
        "Only court staff can read it. If you are an attorney in the case, call the court.",
        Desk.COURT,
    )
