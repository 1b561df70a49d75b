"""Why NextGen CM/ECF says no. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class NextgenRefusal(Refusal):
    NOT_LINKED = (
        "You cannot file in this court yet: your PACER account is not linked to a CM/ECF account"
        " here.",
        "Open Utilities and choose “Link a CM/ECF account to my PACER account”. You need"
        " the CM/ECF login and password with which you filed in this court before the move.",
        Desk.COURT,
    )
    NOT_THIS_KIND = (
        "Your permission to e-file is for one case, and it is not of this kind.",
        "File in the case you have permission for. If you need to file in another case, ask the"
        " court first.",
        Desk.COURT,
    )
    BILLING_ONLY = (
        "This is a PACER Administrative Account: it pays bills, and can neither search nor file.",
        "Log out, then sign on with your own individual PACER account.",
        Desk.PSC,
    )
    SEARCH_INACTIVE = (
        "The case search status of your PACER account is Inactive, so you cannot search cases.",
        "Ask the PACER Service Center to activate it again. Filing does not depend on it: what you"
        " may file stays as it is.",
        Desk.PSC,
    )
    CLIENT_CODE = (
        "A Client Code is required for PACER search",
        "Your account asks for a client code in a format of its own, and this login has none. Enter"
        " one: it holds until you log out. Filing does not depend on it.",
        Desk.PSC,
    )
    SEARCH_NOT_ACTIVATED = (
        "The case search privileges of your PACER account are not activated yet.",
        "Enter the code of the letter that comes by U.S. mail in Manage My Account, under Activate"
        " Case Search Privileges. No letter after 10 business days? Call the PACER Service Center."
        " Filing does not depend on it: what you may file stays as it is.",
        Desk.PSC,
    )
