"""Practice cards: the numbers this site accepts, and what it keeps of a card."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pacer_accounts.billing.refusals import BillingRefusal

# The card industry's own numbers for testing payment pages. No bank has issued them.
TEST_CARDS = (
    ("Visa", "4111 1111 1111 1111"),
    ("MasterCard", "5555 5555 5555 4444"),
    ("American Express", "3782 822463 10005"),
    ("Discover", "6011 1111 1111 1117"),
)
DECLINED_CARD = ("Visa, always declined", "4000 0000 0000 0002")
PRACTICE_CARDS = (*TEST_CARDS, DECLINED_CARD)
_BRANDS = {number.replace(" ", ""): brand for brand, number in TEST_CARDS}
_DECLINED_NUMBER = DECLINED_CARD[1].replace(" ", "")


@dataclass(frozen=True)
class Card:
    """What is kept of a card that was entered: never its number."""

    brand: str
    last_four: str
    holder_name: str
    expires_year: int
    expires_month: int
    is_declined: bool = False

    def columns(self) -> dict[str, Any]:
        """The values of a StoredCard row."""
        names = ("brand", "last_four", "holder_name", "expires_year", "expires_month")
        return {name: getattr(self, name) for name in names}

    def why_not(self, today: date) -> BillingRefusal | None:
        """Why this card can't pay on the court's day `today`."""
        if is_card_expired(year=self.expires_year, month=self.expires_month, today=today):
            return BillingRefusal.EXPIRED
        return BillingRefusal.DECLINED if self.is_declined else None


def is_card_expired(*, year: int, month: int, today: date) -> bool:
    """A card is valid through the last day of its month."""
    return (year, month) < (today.year, today.month)


def is_test_card(number: str) -> bool:
    """Whether `number` is a test number that payments accept. Ignores spaces and hyphens."""
    return digits(number) in _BRANDS


def is_practice_number(number: str) -> bool:
    return is_test_card(number) or is_declined(number)


def is_declined(number: str) -> bool:
    return digits(number) == _DECLINED_NUMBER


def digits(number: str) -> str:
    return re.sub(r"[ -]", "", number)


def brand_of(number: str) -> str:
    return _BRANDS.get(digits(number), "Visa")
