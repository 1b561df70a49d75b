from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import QuerySet, Sum

from pacer_accounts.billing import rules
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.group_billing.queries import balance_moves
from pacer_accounts.models import PacerAccount, Payment, UsageTransaction

ORDERS = {
    "date": ("at", "pk"),
    "client": ("client_code", "at", "pk"),
    "court": ("court_code", "at", "pk"),
}
MOST_QUARTERS = 20


@dataclass(frozen=True)
class Statement:
    """A quarter's opening balance, charges, payments and closing balance.

    `moved`: the balance transferred to the account (negative: from it) when a PAA began to pay.
    """

    quarter: Quarter
    opening: Decimal
    used: Decimal
    count: int
    is_over: bool
    payments: list[Payment]
    moved: Decimal

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
    """The statement of `account` for `quarter`. `today`: the court's day. Four queries."""
    start, end = quarter.starts_at(zone), quarter.next.starts_at(zone)
    rows = list(account.billed_transactions.filter(at__lt=end).values_list("at", "fee"))
    payments = list(account.payments.filter(at__lt=end).order_by("at", "pk"))
    totals = rules.totals_by_quarter(rows, zone)
    paid_before = sum((row.amount for row in payments if row.at < start), rules.NOTHING)
    moves = balance_moves(account)
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
    """The quarters with a statement, newest first: from the first charge to `today`, at most 20."""
    first = account.billed_transactions.order_by("at").values_list("at", flat=True).first()
    oldest = Quarter.of(first.astimezone(zone).date()) if first else Quarter.of(today)
    return list(_quarters_back(Quarter.of(today), oldest))


def _quarters_back(quarter: Quarter, oldest: Quarter) -> Iterator[Quarter]:
    for _ in range(MOST_QUARTERS):
        yield quarter
        if quarter <= oldest:
            return
        quarter = quarter.before


def transactions(
    account: PacerAccount, *, first: date, last: date, order: str, zone: ZoneInfo
) -> QuerySet[UsageTransaction]:
    """What was billed to `account` on the days from `first` to `last`, both included."""
    start = datetime.combine(first, time(), tzinfo=zone)
    end = datetime.combine(last + timedelta(days=1), time(), tzinfo=zone)
    rows = account.billed_transactions.filter(at__gte=start, at__lt=end)
    return rows.select_related("account").order_by(*ORDERS[order])


def amount_owed(account: PacerAccount, *, at: datetime) -> Decimal:
    """The balance at the court time `at`, from all charges, payments and transfers."""
    zone = ZoneInfo(account.rehearsal.time_zone)
    totals = rules.totals_by_quarter(account.billed_transactions.values_list("at", "fee"), zone)
    paid = account.payments.aggregate(paid=Sum("amount"))["paid"] or rules.NOTHING
    moved = sum((amount for _, amount in balance_moves(account)), rules.NOTHING)
    return rules.balance(totals, paid - moved, current=Quarter.of(at.astimezone(zone).date()))
