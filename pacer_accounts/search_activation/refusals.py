"""Why case search is not activated. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class ActivationRefusal(Refusal):
    WRONG_CODE = (
        "This activation code was not accepted.",
        "Type the code of the newest letter from the Service Center, exactly as printed. An older"
        " letter's code no longer works.",
        Desk.PSC,
    )
    LOCKED = (
        "Too many codes were tried for this account.",
        "Wait 15 minutes, then type the code from the letter once more.",
        Desk.PSC,
    )
    PSC_REVIEW = (
        "Case search of this account is inactive: only the PACER Service Center can activate it.",
        "Call the Service Center. Linking to a court and filing do not wait for it.",
        Desk.PSC,
    )
    ALREADY_ACTIVE = (
        "Case search is already active for this account.",
        "There is nothing to activate: log in and search.",
        Desk.NOBODY,
    )
    ON_ITS_WAY = (
        "A letter with an activation code is already on its way.",
        "Wait for it, or add a card and search at once.",
        Desk.NOBODY,
    )
