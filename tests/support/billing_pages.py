"""The Payments and Usage pages, and what users enter on them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pacer_accounts.billing.cards import Card
from tests.support.cast import ADELE
from tests.support.moments import SEED_MOMENT

ZONE = ZoneInfo("America/Denver")
TODAY = SEED_MOMENT.astimezone(ZONE).date()
PAYMENTS = "/psc/account/payments/"
CARDS, ONE_TIME, CONFIRM = (
    f"{PAYMENTS}cards/",
    f"{PAYMENTS}one-time/",
    f"{PAYMENTS}one-time/confirm/",
)
STATEMENT, TRANSACTIONS = "/psc/account/usage/statement/", "/psc/account/usage/transactions/"
VISA, DECLINED = "4111 1111 1111 1111", "4000 0000 0000 0002"
TYPED = {
    "card_number": VISA, "name_on_card": "Pat Practice", "expiry_month": "12",
    "expiry_year": "2021", "pays_pacer_fees": "on",
}  # fmt: skip
SUMMER = datetime(2020, 7, 1, tzinfo=ZONE)
GOOD = Card("Visa", "1111", "Pat Practice", 2021, 12)


def firm_of(rehearsal):
    return rehearsal.pacer_accounts.get(account_number=ADELE.number)


def html_of(answer) -> str:
    return answer.content.decode()


def begin(visitor, amount: str, **typed: str):
    """Submit step 1; returns the page of step 2."""
    first = {"amount": amount, "pay_with": "new"} | TYPED | typed
    return visitor.post(ONE_TIME, first, follow=True)


def pay(visitor, page):
    return visitor.post(CONFIRM, {"draft": page.context["draft"].token}, follow=True)
