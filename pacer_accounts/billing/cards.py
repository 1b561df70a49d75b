"""Practice cards: which number is what, and what of it may be kept."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pacer_accounts.billing.refusals import BillingRefusal
from pacer_accounts.registration.rules import TEST_CARDS, is_card_expired, is_test_card

DECLINED_CARD = ("Visa, always declined", "4000 0000 0000 0002")
_DECLINED_NUMBER = DECLINED_CARD[1].replace(" ", "")


@dataclass(frozen=True)
class Card:
    """What is kept of a card that was typed: never its number."""

    brand: str
    last_four: str
    holder_name: str
    expires_year: int
    expires_month: int
    is_declined: bool = False

    def columns(self) -> dict[str, Any]:
        names = ("brand", "last_four", "holder_name", "expires_year", "expires_month")
        return {name: getattr(self, name) for name in names}

    def why_not(self, today: date) -> BillingRefusal | None:
        """Why nothing can be paid with it on the court's day `today`."""
        if is_card_expired(year=self.expires_year, month=self.expires_month, today=today):
            return BillingRefusal.EXPIRED
        return BillingRefusal.DECLINED if self.is_declined else None


def is_practice_number(number: str) -> bool:
    return is_test_card(number) or is_declined(number)


def is_declined(number: str) -> bool:
    return digits(number) == _DECLINED_NUMBER


def digits(number: str) -> str:
    return re.sub(r"[ -]", "", number)


def brand_of(number: str) -> str:
    brands = {digits(known): name for name, known in TEST_CARDS}
    return brands.get(digits(number), "Visa")
