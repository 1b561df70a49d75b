"""What a person is told right after a login, before she goes on. Pure.

Labels of the first two: the dialogs of PACER's own login (2016 capture); the others' are the
sentences of PACER's messages at login.
"""

from dataclasses import dataclass

from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.preferences.client_codes import CodeFault
from rehearsals.help.refusals import Desk

ENDS_WITH_LOGOUT = "The code holds until you log out."


@dataclass(frozen=True)
class Notice:
    """`can`, `cannot`: what works and what does not. `todo`: the way out. `link`: (label, URL name)."""

    heading: str
    sentence: str
    can: tuple[str, ...]
    cannot: tuple[str, ...]
    todo: str
    desk: Desk
    link: tuple[str, str] | None = None
    asks_for_code: bool = False
    goes_on: bool = True  # whether the page wanted lets this account in


_GO_ON = (
    "Go on to the court you came from.",
    "File in every court where you may file.",
    "Link your accounts, and ask a court for the right to e-file.",
)
_NO_SEARCH = ("Search cases or look at dockets and documents with this account.",)

BILLING = Notice(
    heading="PACER Administrative Account",
    sentence="This is a PACER Administrative Account (PAA). It pays a firm's bills; it can neither"
    " search nor file.",
    can=("See and pay the firm's bills in Manage My Account.",),
    cannot=("Enter a court: no court lets a billing account in.",),
    todo="To search or file, log out, and log in with an individual account. Each attorney has one"
    " of her own.",
    desk=Desk.PSC,
    link=("Manage My Account", "account:landing"),
    goes_on=False,
)
INACTIVE = Notice(
    heading="PACER User Inactive",
    sentence="The case search status of your PACER account is Inactive.",
    can=_GO_ON,
    cannot=_NO_SEARCH,
    todo="Ask the PACER Service Center to make the account active again. There is no form for it.",
    desk=Desk.PSC,
)
NOT_ACTIVATED = Notice(
    heading="PACER User Not Activated",
    sentence="Case search has not been activated on your PACER account: you registered without a"
    " card, and the activation code sent to you by U.S. mail has not been used.",
    can=_GO_ON,
    cannot=_NO_SEARCH,
    todo="The letter comes 7 to 10 business days after you registered. Enter its code in Manage My"
    " Account. No letter after that time? Call the PACER Service Center.",
    desk=Desk.PSC,
    link=("Activate Case Search Privileges", "account:activate_search"),
)
CODE_MISSING = Notice(
    heading="A required Client Code was not entered",
    sentence="This account asks for a client code, so that each search is billed to a client. You are"
    " logged in all the same.",
    can=_GO_ON,
    cannot=("Search cases, until a client code is entered.",),
    todo="Enter the code here, or later in CM/ECF: Utilities, Your PACER Account, Change Client"
    f" Code. {ENDS_WITH_LOGOUT}",
    desk=Desk.PSC,
    asks_for_code=True,
)
CODE_MALFORMED = Notice(
    heading="Invalid Client Code",
    sentence="What was typed does not have the format that this account asks for, and was not kept."
    " You are logged in all the same.",
    can=_GO_ON,
    cannot=("Search cases, until a code of the right format is entered.",),
    todo="Enter the code here, or later in CM/ECF: Utilities, Your PACER Account, Change Client"
    f" Code. {ENDS_WITH_LOGOUT}",
    desk=Desk.PSC,
    asks_for_code=True,
)

_BY_STATUS = {
    CaseSearchStatus.INACTIVE: INACTIVE,
    CaseSearchStatus.NOT_ACTIVATED: NOT_ACTIVATED,
}
_BY_FAULT = {CodeFault.MISSING: CODE_MISSING, CodeFault.MALFORMED: CODE_MALFORMED}


def notices_of(
    holder_kind: str, case_search_status: str, code_fault: CodeFault | None = None
) -> list[Notice]:
    """What the holder of such an account must hear, the gravest first; mostly nothing."""
    if holder_kind == HolderKind.PAA:
        return [BILLING]
    found = [_BY_STATUS.get(case_search_status), _BY_FAULT.get(code_fault)]
    return [notice for notice in found if notice]
