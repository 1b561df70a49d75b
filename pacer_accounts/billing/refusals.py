"""Why a payment or a card is refused. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class BillingRefusal(Refusal):
    NOTHING_TO_PAY = (
        "Nothing is to be paid on this account.",
        "Come back when the balance is more than $0.00. Usage shows what was billed.",
        Desk.NOBODY,
    )
    TOO_MUCH = (
        "The amount is more than the account balance.",
        "Pay no more than the balance shown above.",
        Desk.NOBODY,
    )
    CHANGED = (
        "The account balance has changed since you looked at it. This payment was not made.",
        "Look under Payments whether you have paid already; if not, begin once more.",
        Desk.NOBODY,
    )
    DECLINED = (
        "The bank declined this card. Nothing was paid.",
        "Use another card, or ask the bank that gave you this one.",
        Desk.PSC,
    )
    EXPIRED = (
        "This card has expired on the court's calendar. Nothing was paid.",
        "Change its expiration date under Manage My Stored Payment Information, or use another card.",
        Desk.NOBODY,
    )
    TOO_MANY_CARDS = (
        "Three cards are stored already, and there is room for no more.",
        "Remove a card first, then add the new one.",
        Desk.NOBODY,
    )
