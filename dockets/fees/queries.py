from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import QuerySet, Sum

from cmecf.models import CmecfAccount, Court
from dockets.models import FilingFee
from pacer_accounts.billing.rules import NOTHING, Quarter
from pacer_accounts.models import PacerAccount, StoredCard, UsageTransaction

ORDERS = {"date": ("at", "pk"), "client": ("client_code", "at", "pk")}


def billing_history(
    account: PacerAccount, court: Court, *, first: date, last: date, order: str
) -> QuerySet[UsageTransaction]:
    """What `account` used at `court` on its days from `first` to `last`, both included.

    Also what a PAA pays for.
    """
    zone = ZoneInfo(court.time_zone)
    start = datetime.combine(first, time(), tzinfo=zone)
    end = datetime.combine(last + timedelta(days=1), time(), tzinfo=zone)
    rows = account.usage_transactions.filter(court_code=court.code, at__gte=start, at__lt=end)
    return rows.order_by(*ORDERS[order])


def fees_this_quarter(payer: PacerAccount, *, at: datetime) -> Decimal:
    """What `payer` used from the start of the quarter to the court time `at`, of all courts."""
    zone = ZoneInfo(payer.rehearsal.time_zone)
    start = Quarter.of(at.astimezone(zone).date()).starts_at(zone)
    rows = payer.billed_transactions.filter(at__gte=start, at__lte=at)
    return rows.aggregate(fees=Sum("fee"))["fees"] or NOTHING


def fees_paid(filer: CmecfAccount) -> QuerySet[FilingFee]:
    """The filing fees that `filer` paid in its court, newest first, each with its case."""
    return filer.filing_fees.select_related("entry__case").order_by("-at", "-pk")


def filing_cards(filer: CmecfAccount) -> list[StoredCard]:
    """The cards stored for filing fees in the linked PACER account; none before the link."""
    if filer.pacer_account is None:
        return []
    return list(filer.pacer_account.stored_cards.filter(pays_filing_fees=True).order_by("pk"))
