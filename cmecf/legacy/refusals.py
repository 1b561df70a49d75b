"""Why a court's CM/ECF says no. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class CmecfRefusal(Refusal):
    WRONG_LOGIN = (
        "Login failed: either your login or your password is incorrect.",
        "Check the two usual reasons below, then try again.",
        Desk.COURT,
    )
    LOCKED = (
        "This login is locked because too many wrong passwords were entered.",
        "Wait at least five minutes of your own time without trying (moving the court clock does not"
        " shorten them). Each further try starts them again, and until they are over the right"
        " password is refused too. A new password ends the lock at once: request a password reset,"
        " or call the court.",
        Desk.COURT,
    )
    INACTIVE = (
        "This CM/ECF account is not active.",
        "Call the court's CM/ECF Help Desk: only the court can open it again.",
        Desk.COURT,
    )
    MUST_RESET = (
        "The password of this CM/ECF login must be reset before it can be used.",
        "Request a password reset: the court mails a link to the e-mail address on file.",
        Desk.COURT,
    )
    LINKED = (
        "This CM/ECF login is linked to a PACER account and no longer works by itself.",
        "Log in with the PACER username and password of the linked account.",
        Desk.COURT,
    )
    REDACTION = (
        "Confirm that you will comply with the redaction requirements.",
        "Everybody who logs in with a filer login has to tick this box, each time.",
        Desk.NOBODY,
    )
    PACER_DISABLED = (
        "This PACER account has been disabled.",
        "Call the PACER Service Center. The court cannot change a PACER account.",
        Desk.PSC,
    )
    PACER_BILLING_ONLY = (
        "This is a PACER Administrative Account: it pays bills, and can neither search nor file.",
        "Log in with your own PACER account, or with your CM/ECF filer login.",
        Desk.PSC,
    )
    NOT_A_FILER = (
        "You logged in with a PACER account, which reads cases and files nothing in this system.",
        "To file, log out and log in again with your CM/ECF filer login and password.",
        Desk.COURT,
    )
    NO_FILER_HERE = (
        "Your PACER account is not linked to a CM/ECF account in this court.",
        "This page belongs to e-filers. Who e-filed here before the move links first: Utilities, then"
        " Link a CM/ECF account to my PACER account. Who is new here asks the court under Manage My"
        " Account, Maintenance.",
        Desk.COURT,
    )
    RESET_OF_PACER = (
        "This page is for ECF logins only. What you typed is a PACER username.",
        "A PACER password is reset by the PACER Service Center, under Manage My Account. If you"
        " file in this court, type your CM/ECF login here instead: the court gave it to you, and"
        " it is not your PACER username.",
        Desk.PSC,
    )
    RESET_WHILE_LOCKED = (
        "This login is locked because too many wrong passwords were entered.",
        "Wait until the lock ends, five minutes of your own time after the last try, then request"
        " the reset again.",
        Desk.COURT,
    )
    RESET_LINK_DEAD = (
        "This password reset link no longer works.",
        "A link works once and for 24 hours. It also ends when a newer one is requested and when"
        " the password or the e-mail address on file changes. Request a new link.",
        Desk.COURT,
    )
    KEPT_AT_PACER = (
        "Since the court went live with NextGen, this is no longer kept in CM/ECF.",
        "Your name, e-mail address and password are kept at PACER, under Manage My Account.",
        Desk.PSC,
    )
    RECORD_ENDED = (
        "This record came from an e-file registration that was withdrawn or merged, so it stays"
        " closed: it has no login of its own.",
        "If the filer is to e-file again, approve a new request, or have the earlier login linked.",
        Desk.NOBODY,
    )
