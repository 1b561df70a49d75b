"""Why the PACER Service Center says no. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class UpgradeRefusal(Refusal):
    ALREADY_UPGRADED = (
        "This PACER account is already upgraded.",
        "There is nothing left to upgrade: it is done once, for all courts. Sign on with this"
        " account and go on with the next step.",
        Desk.PSC,
    )
    BILLING_ONLY = (
        "This is a PACER Administrative Account: it pays bills, and can neither search nor file.",
        "It is not upgraded. To file, upgrade or register a PACER account of your own.",
        Desk.PSC,
    )
    DISABLED = (
        "This PACER account has been disabled.",
        "Call the PACER Service Center: nobody else can open it again.",
        Desk.PSC,
    )
    USERNAME_TAKEN = (
        "This username is taken. Choose another one.",
        "Usernames are unique among all PACER accounts.",
        Desk.NOBODY,
    )
