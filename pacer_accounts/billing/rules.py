"""PACER fees. Public source: Electronic Public Access (EPA) Fee Schedule, January 1, 2020."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from pacer_accounts.billing.refusals import BillingRefusal
from pacer_accounts.choices import FeeKind

PRICE_OF_A_PAGE = Decimal("0.10")
PRICE_OF_AUDIO = Decimal("2.40")
MOST_PAGES = 30  # billed of a document or case report: $3.00
WAIVED_UP_TO = Decimal("30.00")  # fees of "$30 or less in a quarter" are waived
MOST_CARDS = 3
NOTHING = Decimal("0.00")


def billable_pages(pages: int, kind: FeeKind) -> int:
    """How many of `pages` are billed.

    At most 30 of a document or a report about one case. Transcripts, searches and other reports have
    no limit. A written opinion is free. An audio file counts as one page.
    """
    if kind in (FeeKind.OPINION, FeeKind.AUDIO):
        return 0 if kind is FeeKind.OPINION else 1
    return min(pages, MOST_PAGES) if kind is FeeKind.CASE else pages


def fee(pages: int, kind: FeeKind, *, is_exempt: bool = False) -> Decimal:
    """The fee in dollars: $0.10 for each billable page, $2.40 for an audio file; 0 if exempt."""
    if is_exempt:
        return NOTHING
    price = PRICE_OF_AUDIO if kind is FeeKind.AUDIO else PRICE_OF_A_PAGE
    return NOTHING + billable_pages(pages, kind) * price


@dataclass(frozen=True, order=True)
class Quarter:
    """A calendar quarter in the court's time zone. `number`: 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Quarter":
        return cls(day.year, (day.month - 1) // 3 + 1)

    @classmethod
    def parse(cls, text: str) -> "Quarter | None":
        """ "2020-1", or None for anything else."""
        match = re.fullmatch(r"([12][0-9]{3})-([1-4])", text, re.ASCII)
        return cls(int(match[1]), int(match[2])) if match else None

    @property
    def key(self) -> str:
        return f"{self.year}-{self.number}"

    @property
    def first_day(self) -> date:
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def before(self) -> "Quarter":
        return Quarter.of(self.first_day - timedelta(days=1))

    def starts_at(self, zone: ZoneInfo) -> datetime:
        return datetime(self.year, self.number * 3 - 2, 1, tzinfo=zone)

    def __str__(self) -> str:
        months = f"{self.first_day:%B} to {self.last_day:%B}"
        return f"{months} {self.year}"


def billed(total: Decimal) -> Decimal:
    """How much of a quarter's fees is billed: all of it, or nothing if it is $30.00 or less."""
    return total if total > WAIVED_UP_TO else NOTHING


def totals_by_quarter(
    fees: Iterable[tuple[datetime, Decimal]], zone: ZoneInfo
) -> dict[Quarter, Decimal]:
    """The fees of each quarter. `fees`: (court time, fee). `zone`: the court's."""
    totals: dict[Quarter, Decimal] = defaultdict(Decimal)
    for at, amount in fees:
        totals[Quarter.of(at.astimezone(zone).date())] += amount
    return dict(totals)


def balance(totals: Mapping[Quarter, Decimal], paid: Decimal, *, current: Quarter) -> Decimal:
    """What is owed: the bills of all quarters before `current`, minus the amount `paid`."""
    return sum((billed(fees) for quarter, fees in totals.items() if quarter < current), -paid)


def why_not_pay(*, amount: Decimal, balance: Decimal, seen: Decimal) -> BillingRefusal | None:
    """Why `amount` can't be paid. `seen`: the balance that the confirmed page showed."""
    if balance != seen:
        return BillingRefusal.CHANGED
    if balance <= NOTHING:
        return BillingRefusal.NOTHING_TO_PAY
    return BillingRefusal.TOO_MUCH if amount > balance else None
