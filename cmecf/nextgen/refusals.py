"""Refusals of NextGen CM/ECF. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class NextgenRefusal(Refusal):
    NOT_LINKED = (
        "You can't file in this court yet. Your PACER account is not linked to a CM/ECF account"
        " here.",
        "Open Utilities and choose “Link a CM/ECF account to my PACER account”. You need"
        " the CM/ECF login and password that you filed with in this court before the move. If you only search"
        " cases, use Query: you don't need a link.",
        Desk.COURT,
    )
    NOT_THIS_KIND = (
        "You have permission to e-file in one case only, and that case isn't in this menu.",
        "File in the case you have permission for. To file in another case, ask the court first.",
        Desk.COURT,
    )
    BILLING_ONLY = (
        "This is a PACER Administrative Account. It pays bills, but it can't search or file.",
        "Log out, then log in with your own individual PACER account.",
        Desk.PSC,
    )
    SEARCH_INACTIVE = (
        "Your PACER account's case search status is Inactive, so you can't search cases.",
        "Ask the PACER Service Center to reactivate it. This does not affect what you can file.",
        Desk.PSC,
    )
    CLIENT_CODE = (
        "A Client Code is required for PACER search",
        "Your account requires a client code, and you have not entered one that it accepts. Enter one"
        " now. It lasts until you log out. You can file without it.",
        Desk.PSC,
    )
    LEGACY_CLIENT_CODE = (
        "A Client Code is required for PACER search",
        "Your account requires a client code, and you have not entered one that it accepts. Log out,"
        " then enter the code when you log in again. You can file without it.",
        Desk.PSC,
    )
    SEARCH_NOT_ACTIVATED = (
        "Your PACER account's case search privileges are not activated yet.",
        "PACER mails you a letter with a code. Enter the code in Manage My Account, under Activate"
        " Case Search Privileges. If no letter comes within 10 business days, call the PACER Service"
        " Center. This does not affect what you can file.",
        Desk.PSC,
    )
