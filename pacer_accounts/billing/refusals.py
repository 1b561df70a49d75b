from rehearsals.help.refusals import Desk, Refusal


class BillingRefusal(Refusal):
    """Why a payment or a card is refused. NAME = (what happened, what to do, desk)."""

    NOTHING_TO_PAY = (
        "This account has no balance to pay.",
        "You can pay when the balance is more than $0.00. Go to Usage to see your charges.",
        Desk.NOBODY,
    )
    TOO_MUCH = (
        "The amount is more than the account balance.",
        "Enter an amount that is no more than the balance shown above.",
        Desk.NOBODY,
    )
    CHANGED = (
        "Your account balance changed after you opened this page. We did not make this payment.",
        "Check the Payments tab to see whether you already paid. If not, start over.",
        Desk.NOBODY,
    )
    DECLINED = (
        "The bank declined this card. You were not charged.",
        "Use another card, or call the bank that issued this one.",
        Desk.PSC,
    )
    EXPIRED = (
        "This card has expired as of the court's date. You were not charged.",
        "Change its expiration date under Manage My Stored Payment Information, or use another card.",
        Desk.NOBODY,
    )
    TOO_MANY_CARDS = (
        "You already have three stored cards, which is the limit.",
        "Remove a card, then add the new one.",
        Desk.NOBODY,
    )
