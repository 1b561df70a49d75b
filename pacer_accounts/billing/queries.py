"""What the pages of Usage read: a quarter's statement, and transactions by day. Billed to the account."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from pacer_accounts.billing import rules
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.group_billing.queries import taken_over
from pacer_accounts.models import PacerAccount, Payment, UsageTransaction

ORDERS = {
    "date": ("at", "pk"),
    "client": ("client_code", "at", "pk"),
    "court": ("court_code", "at", "pk"),
}
MOST_QUARTERS = 20


@dataclass(frozen=True)
class Statement:
    """A quarter: what was owed at its start, used, waived or billed, paid, and owed at its end."""

    quarter: Quarter
    opening: Decimal
    used: Decimal
    count: int
    is_over: bool
    payments: list[Payment]
    moved: Decimal  # between the account and a PAA: what it took over, or gave away (negative)

    @property
    def billed(self) -> Decimal:
        return rules.billed(self.used) if self.is_over else rules.NOTHING

    @property
    def is_waived(self) -> bool:
        return self.is_over and self.used > 0 and not self.billed

    @property
    def paid(self) -> Decimal:
        return sum((row.amount for row in self.payments), rules.NOTHING)

    @property
    def moved_away(self) -> Decimal:
        return max(-self.moved, rules.NOTHING)

    @property
    def closing(self) -> Decimal:
        return self.opening + self.billed + self.moved - self.paid


def statement(account: PacerAccount, quarter: Quarter, *, zone: ZoneInfo, today: date) -> Statement:
    """Of what was billed to `account` in `quarter`. Four queries."""
    start, end = quarter.starts_at(zone), quarter.next.starts_at(zone)
    rows = list(account.billed_transactions.filter(at__lt=end).values_list("at", "fee"))
    payments = list(account.payments.filter(at__lt=end).order_by("at", "pk"))
    totals = rules.totals_by_quarter(rows, zone)
    paid_before = sum((row.amount for row in payments if row.at < start), rules.NOTHING)
    moves = taken_over(account)
    moved_before = sum((amount for at, amount in moves if at < start), rules.NOTHING)
    return Statement(
        quarter=quarter,
        opening=rules.balance(totals, paid_before - moved_before, current=quarter),
        used=totals.get(quarter, rules.NOTHING),
        count=sum(at >= start for at, _ in rows),
        is_over=quarter < Quarter.of(today),
        payments=[row for row in payments if row.at >= start],
        moved=sum((amount for at, amount in moves if start <= at < end), rules.NOTHING),
    )


def quarters(account: PacerAccount, *, zone: ZoneInfo, today: date) -> list[Quarter]:
    """Those a statement can be had for: from the first thing billed to today's, the newest first."""
    first = account.billed_transactions.order_by("at").values_list("at", flat=True).first()
    oldest = Quarter.of(first.astimezone(zone).date()) if first else Quarter.of(today)
    return list(_back(Quarter.of(today), oldest))


def _back(quarter: Quarter, oldest: Quarter) -> Iterator[Quarter]:
    for _ in range(MOST_QUARTERS):
        yield quarter
        if quarter <= oldest:
            return
        quarter = quarter.before


def transactions(
    account: PacerAccount, *, first: date, last: date, order: str, zone: ZoneInfo
) -> QuerySet[UsageTransaction]:
    """What was billed to `account` from the day `first` to the day `last`, both included."""
    start = datetime.combine(first, time(), tzinfo=zone)
    end = datetime.combine(last + timedelta(days=1), time(), tzinfo=zone)
    rows = account.billed_transactions.filter(at__gte=start, at__lt=end)
    return rows.select_related("account").order_by(*ORDERS[order])
