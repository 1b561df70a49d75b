"""Why a link is not made. NAME = (what happened, what to do, desk). Cases: the court's own hand-outs."""

from rehearsals.help.refusals import Desk, Refusal


class LinkRefusal(Refusal):
    NOT_YET = (
        "Linking does not exist yet: the court has not moved to NextGen CM/ECF.",
        "Until then, get your own PACER account, upgrade it if it is a Legacy account, and make"
        " sure that you know your CM/ECF login and password.",
        Desk.NOBODY,
    )
    COURT_CLOSED = (
        "CM/ECF is unavailable while the court moves to NextGen.",
        "Come back when it opens. The PACER steps are open all the time.",
        Desk.COURT,
    )
    LEGACY_ACCOUNT = (
        "You are signed on with a Legacy PACER account. It must be upgraded before it can be linked.",
        "If it is yours alone, upgrade it under Manage My Account: it takes a few minutes, and your"
        " account number stays the same. Then come back here. If your office shares it, leave it as"
        " it is: log out, and sign on with a PACER account of your own.",
        Desk.PSC,
    )
    BILLING_ACCOUNT = (
        "You are signed on with a PACER Administrative Account. It pays bills: it cannot search,"
        " file or be linked.",
        "Log out, then sign on with your own individual PACER account.",
        Desk.PSC,
    )
    SHARED_ACCOUNT = (
        "Shared PACER accounts will not work with NextGen.",
        "DO NOT link a shared PACER account to your CM/ECF account. Log out, register your own"
        " individual PACER account, and link that one. Your firm may keep the shared account for"
        " research.",
        Desk.FIRM,
    )
    DISABLED_ACCOUNT = (
        "This PACER account has been disabled.",
        "Call the PACER Service Center. The court cannot change a PACER account.",
        Desk.PSC,
    )
    ALREADY_LINKED_HERE = (
        "Your PACER account is already linked in this court, and it can be linked only once here.",
        "If you have a second CM/ECF account in this court, it needs a PACER account of its own:"
        " ask the court first. If the wrong account was linked, the court can undo it.",
        Desk.COURT,
    )
    REGISTERED_HERE = (
        "This PACER account already files in this court under a record of its own, since the court"
        " approved its e-file registration.",
        "Nothing can be linked to it now. If you also have a CM/ECF account from before, the court"
        " has two records of you and must merge them: call it.",
        Desk.COURT,
    )
    LOGIN_LINKED = (
        "That CM/ECF account is already linked to a PACER account.",
        "If you linked it yourself, sign on with the PACER account you used then. If you did not,"
        " call the court: it can see what happened and undo a wrong link.",
        Desk.COURT,
    )
    LOGIN_INACTIVE = (
        "That CM/ECF account is not active, so it cannot be linked.",
        "Call the court's CM/ECF Help Desk: only the court can open it again.",
        Desk.COURT,
    )
    MUST_RESET = (
        "The password of that CM/ECF login must be reset before it can be linked.",
        "Request a password reset: the court mails a link to the e-mail address on file. Then come"
        " back here with the new password.",
        Desk.COURT,
    )
    SPECIAL_CHARACTERS = (
        "A CM/ECF login with a special character (& @ # $ *) cannot be linked in this court.",
        "Call the court: it gives you a login of letters and digits, and your password stays the"
        " same.",
        Desk.COURT,
    )
    WRONG_LOGIN = (
        "Invalid CM/ECF login or password.",
        "Type the login and password you used to file in this court before the move, not your"
        " PACER username.",
        Desk.COURT,
    )
    PROOF_EXPIRED = (
        "Nothing was linked: your CM/ECF login and password have to be entered again.",
        "For your safety they count for ten minutes, in one browser, for one link.",
        Desk.COURT,
    )
