"""Why a PAA does not get, or an individual not give. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class PaaRefusal(Refusal):
    NOT_A_PAA = (
        "Only a PACER Administrative Account (PAA) has PAA Maintenance.",
        "Log in with the firm's billing account. To let a firm pay for your own account, ask the"
        " person who looks after that account to add yours.",
        Desk.FIRM,
    )
    NO_SUCH_PAIR = (
        "There is no PACER account with this account number and this last name.",
        "Ask the holder for both. The account number has seven digits and stands on her Manage My"
        " Account page; the last name is the one on the account.",
        Desk.FIRM,
    )
    TOO_MANY_TRIES = (
        "This PAA has entered too many account numbers that belong to nobody.",
        "Wait 15 minutes of your own time (moving the court clock does not shorten them), then try"
        " again with the number in front of you.",
        Desk.PSC,
    )
    IS_A_PAA = (
        "That account is itself a PACER Administrative Account.",
        "A PAA pays for individual accounts and cannot be a member of another PAA. Check the account"
        " number.",
        Desk.PSC,
    )
    MEMBER_DISABLED = (
        "That PACER account has been disabled.",
        "Only the PACER Service Center can open it again; until then nobody can accept for it.",
        Desk.PSC,
    )
    LEGACY = (
        "That is a Legacy PACER Account. Its holder must upgrade it first.",
        "Ask her to log in to Manage My Account and choose Upgrade. The account number stays the"
        " same: enter it here again afterwards.",
        Desk.FIRM,
    )
    ALREADY_YOURS = (
        "That account is already a member of this PAA.",
        "There is nothing to do: this PAA pays for it.",
        Desk.NOBODY,
    )
    ALREADY_ASKED = (
        "That account has been asked already, and its holder has not answered yet.",
        "Ask her to log in to Manage My Account: the invitation waits there. You can take it back"
        " under Remove PACER Account(s) from My PAA.",
        Desk.FIRM,
    )
    HAS_A_PAA = (
        "Another PAA already pays for that account.",
        "An account has one PAA at a time. Its holder must first leave the other one: Settings,"
        " Remove Your PACER Account from a PAA.",
        Desk.FIRM,
    )
    NOT_WAITING = (
        "This invitation is no longer open.",
        "It was answered or taken back meanwhile. See under Manage My Account how things stand.",
        Desk.FIRM,
    )
    PAA_DISABLED = (
        "The PAA that sent this invitation has been disabled.",
        "It cannot pay for anybody. Decline, and ask your firm which account pays.",
        Desk.FIRM,
    )
    NOT_A_MEMBER = (
        "No PAA pays for this account.",
        "There is nothing to leave. Invoices come to you.",
        Desk.NOBODY,
    )
    NOTHING_TO_REMOVE = (
        "None of the chosen accounts is with this PAA any more.",
        "They left, or were removed in another window. Look at the list again.",
        Desk.NOBODY,
    )
    SETS_CODE = (
        "The PAA that pays for this account sets its client code.",
        "Ask the person who looks after your firm's PAA to change it there.",
        Desk.FIRM,
    )
