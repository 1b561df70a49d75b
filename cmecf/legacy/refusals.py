"""Refusals of a court's CM/ECF. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class CmecfRefusal(Refusal):
    WRONG_LOGIN_OR_PASSWORD = (
        "Login failed: either your login or your password is incorrect.",
        "Check the two usual reasons below, then try again.",
        Desk.COURT,
    )
    LOCKED = (
        "This login is locked because too many wrong passwords were entered.",
        "Wait five minutes without trying again. Each new try restarts the five minutes, and until they"
        " end even the right password is refused. Moving the court clock doesn't shorten the wait."
        " Then try once more, or request a password reset. If you need help sooner, call the court.",
        Desk.COURT,
    )
    INACTIVE = (
        "This CM/ECF account is not active.",
        "Call the court's CM/ECF Help Desk. Only the court can reactivate the account.",
        Desk.COURT,
    )
    MUST_RESET = (
        "You must reset the password of this CM/ECF login before you can use it.",
        "Request a password reset. The court e-mails a link to the address on file.",
        Desk.COURT,
    )
    LINKED = (
        "This CM/ECF login is linked to a PACER account, so you can't log in with it anymore.",
        "Log in with the PACER username and password of the linked account. If you didn't link it,"
        " call the court. Only the court can undo a link.",
        Desk.COURT,
    )
    REDACTION_NOT_CONFIRMED = (
        "Confirm that you will comply with the redaction requirements.",
        "Check the box. You must do this each time you log in with a filer login.",
        Desk.NOBODY,
    )
    PACER_ACCOUNT_DISABLED = (
        "This PACER account has been disabled.",
        "Call the PACER Service Center. The court can't change a PACER account.",
        Desk.PSC,
    )
    PACER_ADMINISTRATIVE_ACCOUNT = (
        "This is a PACER Administrative Account. It pays bills, but it can't search or file.",
        "Log in with your own PACER account, or with your CM/ECF filer login.",
        Desk.PSC,
    )
    NEEDS_PACER_LOGIN = (
        "That is a CM/ECF login. This page is billed to a PACER account.",
        "Enter the username and password of your PACER account. You are still logged in for filing.",
        Desk.PSC,
    )
    NOT_A_FILER = (
        "You logged in with a PACER account. In this system, PACER accounts can't file.",
        "To file, log out and log in again with your CM/ECF filer login and password.",
        Desk.COURT,
    )
    NO_FILER_HERE = (
        "Your PACER account is not linked to a CM/ECF account in this court.",
        "This page is for e-filers. If you e-filed here before the move, link your accounts first:"
        " open Utilities and choose “Link a CM/ECF account to my PACER account”. If you are new"
        " here, request permission to e-file: open Manage My Account and choose Maintenance.",
        Desk.COURT,
    )
    RESET_WHILE_LOCKED = (
        "This login is locked because too many wrong passwords were entered.",
        "Wait until the lock ends, five minutes after the last try. Then request the reset again."
        " Moving the court clock doesn't shorten the wait.",
        Desk.COURT,
    )
    RESET_LINK_ENDED = (
        "This password reset link no longer works.",
        "Request a new link. A link works once, within 24 hours. It stops working if you request"
        " another one, or if the password or the e-mail address on file changes.",
        Desk.COURT,
    )
    KEPT_AT_PACER = (
        "The court is now on NextGen, so you no longer change this in CM/ECF.",
        "PACER keeps your name, e-mail address, and password. Change them in Manage My Account.",
        Desk.PSC,
    )
    RECORD_ENDED = (
        "This record came from an e-file registration that was withdrawn or merged. It stays closed"
        " because it has no login of its own.",
        "To let the filer e-file again, approve a new request or ask the filer to link the earlier"
        " login.",
        Desk.NOBODY,
    )
