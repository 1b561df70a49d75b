from rehearsals.help.refusals import Desk, Refusal


class ActivationRefusal(Refusal):
    """Why case search is not activated. NAME = (what happened, what to do, desk)."""

    WRONG_CODE = (
        "We did not accept this activation code.",
        "Enter the code from your newest Service Center letter, exactly as printed. Codes from older"
        " letters no longer work.",
        Desk.PSC,
    )
    LOCKED = (
        "Someone entered too many wrong codes for this account.",
        "Wait 15 minutes of real time, then enter the code from the letter again.",
        Desk.PSC,
    )
    PSC_REVIEW = (
        "Case search is inactive for this account, and only the PACER Service Center can activate it.",
        "Call the Service Center. You can link to a court and file in the meantime.",
        Desk.PSC,
    )
    ALREADY_ACTIVE = (
        "Case search is already active for this account.",
        "You don't need to activate it. Log in and search.",
        Desk.NOBODY,
    )
    ON_ITS_WAY = (
        "A letter with an activation code is already in the mail.",
        "Wait for the letter, or add a card to search right away.",
        Desk.NOBODY,
    )
