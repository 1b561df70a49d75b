"""Why a link is refused. NAME = (what happened, what to do, desk). Source: the court's hand-outs."""

from rehearsals.help.refusals import GUARD_NOTE, Desk, Refusal


class LinkRefusal(Refusal):
    NOT_YET = (
        "You can't link yet: the court has not moved to NextGen CM/ECF.",
        "Until then, get your own PACER account and upgrade it if it is a Legacy account. Make sure"
        " that you know your CM/ECF login and password.",
        Desk.NOBODY,
    )
    COURT_CLOSED = (
        "CM/ECF is unavailable while the court moves to NextGen.",
        "Come back when CM/ECF opens. You can still take the PACER steps.",
        Desk.COURT,
    )
    LEGACY_ACCOUNT = (
        "You are logged in with a Legacy PACER account. You must upgrade it before you can link it.",
        "If only you use the account, upgrade it under Manage My Account. That takes a few minutes,"
        " and you keep your account number. Then come back here. If your office shares the account,"
        " don't upgrade it: log out, and log in with your own PACER account.",
        Desk.PSC,
    )
    BILLING_ACCOUNT = (
        "You are logged in with a PACER Administrative Account. It pays bills, but you can't search,"
        " file or link with it.",
        "Log out, then log in with your own individual PACER account.",
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
        "Call the PACER Service Center. The court can't change a PACER account.",
        Desk.PSC,
    )
    ALREADY_LINKED_HERE = (
        "Your PACER account is already linked in this court. You can link it only once here.",
        "If you have a second CM/ECF account in this court, it needs a PACER account of its own. Ask"
        " the court first. If the wrong account was linked, the court can undo the link.",
        Desk.COURT,
    )
    REGISTERED_HERE = (
        "This PACER account already files in this court, because the court approved your e-file"
        " registration. That registration created a new CM/ECF account.",
        "You can't link another CM/ECF account to it. If you also have a CM/ECF account from before,"
        " the court has two records of you. Call the court and ask it to merge them.",
        Desk.COURT,
    )
    LOGIN_LINKED = (
        "That CM/ECF account is already linked to a PACER account.",
        "If you linked it yourself, log out and log in with the PACER account you used then. If you"
        " didn't, call the court. It can see what happened and undo a wrong link. When the account was"
        " linked, the court e-mailed a notice to the address on file.",
        Desk.COURT,
    )
    LOGIN_INACTIVE = (
        "That CM/ECF account is not active, so you can't link it.",
        "Call the court's CM/ECF Help Desk. Only the court can reopen the account.",
        Desk.COURT,
    )
    MUST_RESET = (
        "You must reset the password of that CM/ECF login before you can link it.",
        "Request a password reset. The court e-mails a link to the address on file. Then come back"
        " here with the new password.",
        Desk.COURT,
    )
    SPECIAL_CHARACTERS = (
        "A CM/ECF login with a special character (& @ # $ *) can't be linked in this court.",
        "Call the court. It gives you a new login of letters and digits. Your password stays the same.",
        Desk.COURT,
    )
    WRONG_LOGIN = (
        "Invalid CM/ECF login or password.",
        "Enter the login and password you used to file in this court before the move, not your"
        " PACER username.",
        Desk.COURT,
    )
    PROOF_EXPIRED = (
        "Nothing was linked. Enter your CM/ECF login and password again.",
        "For your security, you have ten minutes to confirm a link, in the browser where you entered"
        " them. For another link, enter them again.",
        Desk.COURT,
    )

    @property
    def real_life(self) -> str:
        return GUARD_NOTE if self is LinkRefusal.SHARED_ACCOUNT else ""
