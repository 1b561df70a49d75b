"""What a user is told right after a login. Pure.

Headings: the dialogs of PACER's own login (2016 capture) and the messages that PACER shows at login.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.preferences.client_codes import CodeFault
from rehearsals.help.refusals import Desk

ENTER_CODE = (
    "To enter a code in CM/ECF, choose Utilities, Your PACER Account, Change Client Code. The code"
    " applies until you log out."
)


@dataclass(frozen=True)
class Notice:
    """`can`, `cannot`: what works and what does not. `todo`: the remedy. `link`: (label, URL name)."""

    heading: str
    sentence: str
    can: tuple[str, ...]
    cannot: tuple[str, ...]
    todo: str
    desk: Desk
    link: tuple[str, str] | None = None
    asks_for_code: bool = False
    goes_on: bool = True  # whether the account may open the page wanted


_GO_ON = (
    "Continue to the court you came from.",
    "File in every court where you have permission to e-file.",
    "Link your accounts, or request permission to e-file.",
)
_NO_SEARCH = ("Search cases or view dockets and documents with this account.",)

BILLING = Notice(
    heading="PACER Administrative Account",
    sentence="This is a PACER Administrative Account (PAA). It pays a firm's bills and cannot"
    " search or file.",
    can=("View and pay the firm's bills in Manage My Account.",),
    cannot=("Use any court's CM/ECF. Courts do not accept billing accounts.",),
    todo="To search or file, log out and log in with your own individual account. Each attorney needs"
    " one.",
    desk=Desk.PSC,
    link=("Manage My Account", "account:landing"),
    goes_on=False,
)
INACTIVE = Notice(
    heading="PACER User Inactive",
    sentence="The case search status of your PACER account is Inactive.",
    can=_GO_ON,
    cannot=_NO_SEARCH,
    todo="Call the PACER Service Center to make the account active again. You can't do this online.",
    desk=Desk.PSC,
)
NOT_ACTIVATED = Notice(
    heading="PACER User Not Activated",
    sentence="Case search is not activated on your PACER account. You registered without a card and have"
    " not entered the activation code that you receive by U.S. mail.",
    can=_GO_ON,
    cannot=_NO_SEARCH,
    todo="The letter arrives 7 to 10 business days after you register. Enter the code in Manage My"
    " Account. If the letter doesn't arrive by then, call the PACER Service Center.",
    desk=Desk.PSC,
    link=("Activate Case Search Privileges", "account:activate_search"),
)
CODE_MISSING = Notice(
    heading="A required Client Code was not entered",
    sentence="This account requires a client code so that each search is billed to a client. You are"
    " logged in anyway.",
    can=_GO_ON,
    cannot=("Search cases until you enter a client code.",),
    todo=ENTER_CODE,
    desk=Desk.PSC,
    asks_for_code=True,
)
CODE_MALFORMED = Notice(
    heading="Invalid Client Code",
    sentence="The client code you entered doesn't match the format that this account requires, and it was"
    " not saved. You are logged in anyway.",
    can=_GO_ON,
    cannot=("Search cases until you enter a code in the right format.",),
    todo=ENTER_CODE,
    desk=Desk.PSC,
    asks_for_code=True,
)

_BY_STATUS: Mapping[str, Notice] = {
    CaseSearchStatus.INACTIVE: INACTIVE,
    CaseSearchStatus.NOT_ACTIVATED: NOT_ACTIVATED,
}
_BY_FAULT: Mapping[CodeFault | None, Notice] = {
    CodeFault.MISSING: CODE_MISSING,
    CodeFault.MALFORMED: CODE_MALFORMED,
}


def notices_of(
    holder_kind: str, case_search_status: str, code_fault: CodeFault | None = None
) -> list[Notice]:
    """The notices for such an account, most serious first; usually none."""
    if holder_kind == HolderKind.PAA:
        return [BILLING]
    notices = [_BY_STATUS.get(case_search_status), _BY_FAULT.get(code_fault)]
    return [notice for notice in notices if notice]
