from datetime import datetime
from decimal import Decimal

from cmecf.courts.search_access import Searcher
from cmecf.models import CmecfAccount, Court
from dockets.fees.emails import send_fee_receipt
from dockets.models import DocketEntry, FilingFee
from pacer_accounts.billing.cards import Card
from pacer_accounts.billing.charge_services import charge
from pacer_accounts.billing.charge_services import quote as quote_charge
from pacer_accounts.choices import FeeKind
from pacer_accounts.models import PacerAccount, UsageTransaction
from rehearsals.activity.services import record_activity
from rehearsals.clock.court_time import court_day
from rehearsals.help.refusals import Refused

FEE_PAID = "filing.fee_paid"
EXEMPTION = "pacer.fee_exemption"
_FIRST_RECEIPT = 7_000_000  # receipt numbers have seven digits


def bill(
    *,
    searcher: Searcher,
    court: Court,
    description: str,
    criteria: str,
    pages: int,
    at: datetime,
    kind: FeeKind = FeeKind.CASE,
    form: str = "",
) -> UsageTransaction:
    """Charge a report or document to the searcher's account, at the court time `at`.

    `description`: "Docket Report", "Image3-0", "Search". `criteria`: the case number or what was
    searched for. `pages`: before the cap. `kind`: FeeKind.SEARCH for a name search or a report that
    isn't about one case. `form`: of the receipt page that was accepted; it is charged once. The
    transaction is the receipt.
    """
    return charge(
        account=searcher.account,
        court_code=court.code,
        description=description,
        search=criteria[:120],
        client_code=searcher.client_code,
        pages=pages,
        kind=kind,
        is_exempt=searcher.is_exempt,
        form=form,
        at=at,
    )


def quote(
    *,
    searcher: Searcher,
    court: Court,
    description: str,
    criteria: str,
    pages: int,
    at: datetime,
    kind: FeeKind = FeeKind.CASE,
) -> UsageTransaction:
    """The receipt to show before a document is charged. Nothing is saved. Arguments as of `bill`."""
    return quote_charge(
        account=searcher.account,
        court_code=court.code,
        description=description,
        search=criteria[:120],
        client_code=searcher.client_code,
        pages=pages,
        kind=kind,
        is_exempt=searcher.is_exempt,
        at=at,
    )


def record_exemption(*, account: PacerAccount, court: Court, is_exempt: bool, at: datetime) -> None:
    """Log that the fee exemption was switched on or off. The session keeps the switch itself."""
    state = "on" if is_exempt else "off"
    detail = f"{court.code}: {state}"
    record_activity(account.rehearsal, EXEMPTION, at=at, who=account.log_name, detail=detail)


def pay_filing_fee(
    *, entry: DocketEntry, payer: CmecfAccount, amount: Decimal, card: Card, at: datetime
) -> FilingFee:
    """Pay the filing fee of a new entry with a practice card, in the filing's transaction.

    Sends the payment receipt. `entry` has its `case.court`. Raises Refused(BillingRefusal) if the card
    is declined or has expired at the court time `at`; then the filing must not be kept.
    """
    court = entry.case.court
    if reason := card.why_not(court_day(at, court.time_zone)):
        raise Refused(reason)
    fee = FilingFee.objects.create(
        rehearsal=payer.rehearsal,
        entry=entry,
        payer=payer,
        at=at,
        amount=amount,
        brand=card.brand,
        last_four=card.last_four,
        receipt_number=receipt_number(court, entry),
    )
    detail = f"{court.code}: {entry.case.number}: ${amount:.2f}"
    record_activity(payer.rehearsal, FEE_PAID, at=at, who=payer.log_name, detail=detail)
    send_fee_receipt(fee, court)
    return fee


def receipt_number(court: Court, entry: DocketEntry) -> str:
    """ "ANMDC-7000012", as in docket texts. Unique, because an entry has at most one fee."""
    return f"A{court.cso_id}-{_FIRST_RECEIPT + entry.pk}"
