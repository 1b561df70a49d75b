"""Refusals to show a case. The first sentences are labels of real CM/ECF."""

from rehearsals.help.refusals import Desk, Refusal


class QueryRefusal(Refusal):
    NOT_FOUND = (
        "Case not found.",
        "Check the court, the year and the number, and open Query to look the case up again. A case of"
        " another court isn't here: search all courts with the PACER Case Locator.",
        Desk.COURT,
    )
    SEALED = (
        "Case Under Seal.",
        "Only court staff can see this case. If you are an attorney in the case, call the court.",
        Desk.COURT,
    )
