from collections import defaultdict
from datetime import datetime
from decimal import Decimal

from pacer_accounts.billing.rules import (
    Quarter,
    balance,
    billable_pages,
    fee,
    totals_by_quarter,
)
from pacer_accounts.choices import FeeKind
from pacer_accounts.models import PacerAccount, Payment, UsageTransaction
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import Pack, PaymentSpec, UsageSpec


def load(pack: Pack, rehearsal: Rehearsal, hashes: dict[str, str]) -> None:
    """Fill a new rehearsal with the pack's charges and payments, and the balances that result.

    Balances are those of the pack's starting moment.
    """
    accounts = {row.account_number: row for row in rehearsal.pacer_accounts.all()}
    used = [_transaction(rehearsal, accounts[row.account_number], row) for row in pack.usage]
    paid = [_payment(rehearsal, accounts[row.account_number], row) for row in pack.payments]
    UsageTransaction.objects.bulk_create(used)
    Payment.objects.bulk_create(paid)
    owing = _set_balances(pack, used, paid)
    PacerAccount.objects.bulk_update(owing, ["balance"])


def _transaction(rehearsal: Rehearsal, account: PacerAccount, row: UsageSpec) -> UsageTransaction:
    kind = FeeKind(row.kind)
    return UsageTransaction(
        rehearsal=rehearsal,
        account=account,
        payer=account,
        at=row.at,
        court_code=row.court,
        description=row.description,
        search=row.search,
        client_code=row.client_code,
        kind=kind,
        pages=billable_pages(row.pages, kind),
        is_exempt=row.is_exempt,
        fee=fee(row.pages, kind, is_exempt=row.is_exempt),
    )


def _payment(rehearsal: Rehearsal, account: PacerAccount, row: PaymentSpec) -> Payment:
    return Payment(
        rehearsal=rehearsal,
        account=account,
        at=row.at,
        amount=Decimal(row.amount),
        brand=row.brand,
        last_four=row.last_four,
    )


def _set_balances(
    pack: Pack, used: list[UsageTransaction], paid: list[Payment]
) -> list[PacerAccount]:
    zone = pack.home.zone
    current = Quarter.of(pack.moment(pack.start).at.astimezone(zone).date())
    fees: dict[PacerAccount, list[tuple[datetime, Decimal]]] = defaultdict(list)
    sums: dict[PacerAccount, Decimal] = defaultdict(Decimal)
    for transaction in used:
        fees[transaction.account].append((transaction.at, transaction.fee))
    for payment in paid:
        sums[payment.account] += payment.amount
    accounts = list(fees.keys() | sums.keys())
    for account in accounts:
        totals = totals_by_quarter(fees[account], zone)
        account.balance = balance(totals, sums[account], current=current)
    return accounts
