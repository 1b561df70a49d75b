from rehearsals.help.refusals import Desk, Refusal


class PaaRefusal(Refusal):
    """Why an action of group billing is refused. NAME = (what happened, what to do, desk)."""

    NOT_A_PAA = (
        "Only a PACER Administrative Account (PAA) can use PAA Maintenance.",
        "Log in with your firm's billing account. If you want your firm to pay for your own account,"
        " ask the person who manages the billing account to add yours.",
        Desk.FIRM,
    )
    NO_SUCH_PAIR = (
        "No PACER account has this account number and last name.",
        "Ask the account holder for both. The account number has seven digits and is on their Manage"
        " My Account page. Use the last name on the account.",
        Desk.FIRM,
    )
    TOO_MANY_TRIES = (
        "This PAA entered too many account numbers that don't match an account.",
        "Wait 15 minutes in real time (moving the court clock doesn't help). Then try again with the"
        " correct number.",
        Desk.PSC,
    )
    IS_A_PAA = (
        "That account is itself a PACER Administrative Account.",
        "A PAA pays for individual accounts and can't be a member of another PAA. Check the account"
        " number.",
        Desk.PSC,
    )
    MEMBER_DISABLED = (
        "That PACER account has been disabled.",
        "Only the PACER Service Center can enable it. Until then, no one can accept for it.",
        Desk.PSC,
    )
    LEGACY = (
        "That is a Legacy PACER Account. Its holder must upgrade it first.",
        "Ask the holder to log in to Manage My Account and choose Upgrade. The account number stays"
        " the same. Enter it here again after the upgrade.",
        Desk.FIRM,
    )
    ALREADY_YOURS = (
        "That account is already a member of this PAA.",
        "You don't need to do anything. This PAA already pays for it.",
        Desk.NOBODY,
    )
    ALREADY_ASKED = (
        "You already invited that account, and its holder hasn't answered yet.",
        "Ask the holder to log in to Manage My Account and answer the invitation. You can withdraw"
        " it under Remove PACER Account(s) from My PAA.",
        Desk.FIRM,
    )
    HAS_A_PAA = (
        "Another PAA already pays for that account.",
        "An account can have only one PAA. Its holder must first leave the other PAA: Settings,"
        " Remove Your PACER Account from a PAA.",
        Desk.FIRM,
    )
    NOT_WAITING = (
        "This invitation is no longer open.",
        "It was already answered or withdrawn. Go to Manage My Account to see your account's status.",
        Desk.FIRM,
    )
    PAA_DISABLED = (
        "The PAA that sent this invitation has been disabled.",
        "It can't pay for other accounts. Decline the invitation, and ask your firm which account"
        " pays.",
        Desk.FIRM,
    )
    NOT_A_MEMBER = (
        "No PAA pays for this account.",
        "There is nothing to leave. You already get your own invoices.",
        Desk.NOBODY,
    )
    NOTHING_TO_REMOVE = (
        "This PAA no longer pays for the accounts you selected.",
        "Their holders left, or you removed them in another window. Check the list again.",
        Desk.NOBODY,
    )
    SETS_CODE = (
        "The PAA that pays for this account sets its client code rule.",
        "Ask the person who manages your firm's PAA to change it.",
        Desk.FIRM,
    )
