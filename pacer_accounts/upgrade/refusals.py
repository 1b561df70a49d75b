"""Why an account can't be upgraded. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class UpgradeRefusal(Refusal):
    ALREADY_UPGRADED = (
        "This PACER account is already upgraded.",
        "You upgrade once, for all courts. Log in with this account and continue with the next"
        " step.",
        Desk.PSC,
    )
    BILLING_ONLY = (
        "This is a PACER Administrative Account. It pays bills and can't search or file.",
        "You can't upgrade it. To file, upgrade or register your own PACER account.",
        Desk.PSC,
    )
    DISABLED = (
        "This PACER account has been disabled.",
        "Call the PACER Service Center. Only they can enable it.",
        Desk.PSC,
    )
    USERNAME_TAKEN = (
        "This username is taken. Choose another one.",
        "Every PACER username must be unique.",
        Desk.NOBODY,
    )
