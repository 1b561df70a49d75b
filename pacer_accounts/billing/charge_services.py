"""Charging a report or document to an account, for the quarter's bill."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from pacer_accounts.billing import rules
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.choices import FeeKind
from pacer_accounts.group_billing.queries import payer_of
from pacer_accounts.models import PacerAccount, UsageTransaction
from rehearsals.clock import due_events
from rehearsals.models import Rehearsal

QUARTER_ENDS = "quarter.ends"
FORM_LASTS = timedelta(hours=1)  # how long a receipt page that is sent again isn't charged again


@transaction.atomic
def charge(
    *,
    account: PacerAccount,
    court_code: str,
    description: str,
    pages: int,
    kind: FeeKind = FeeKind.CASE,
    is_exempt: bool = False,
    client_code: str = "",
    search: str = "",
    form: str = "",
    at: datetime,
) -> UsageTransaction:
    """Record `pages` of a report or document viewed at the court time `at`, for the current payer.

    The payer is billed when the quarter ends, if its fees are more than $30.00. `form`: of the receipt page
    that was accepted. Sent again within an hour of court time, by a double click or a second download, it
    isn't charged again: the result is the first charge. The other arguments are those of `quote`.
    """
    transaction = quote(
        account=account,
        court_code=court_code,
        description=description,
        pages=pages,
        kind=kind,
        is_exempt=is_exempt,
        client_code=client_code,
        search=search,
        at=at,
    )
    if form:
        if first := _charged_with(form, transaction):
            return first
        transaction.form = form
    _schedule_quarter_end(account.rehearsal, transaction.payer, at)
    transaction.save(force_insert=True)
    return transaction


def _charged_with(form: str, now: UsageTransaction) -> UsageTransaction | None:
    """The charge of this receipt page, if `now` repeats it. Locks the payer until the end of the transaction.

    A page that is old or was sent for something else gives its name up: the new charge counts from now on.
    """
    lock_payer(now.account)
    first = UsageTransaction.objects.filter(account=now.account, form=form).first()
    if first is None or _is_repeated(first, now):
        return first
    UsageTransaction.objects.filter(pk=first.pk).update(form="")
    return None


def _is_repeated(first: UsageTransaction, now: UsageTransaction) -> bool:
    """Whether `now` is for what `first` was charged for, at most an hour later."""
    is_same = all(
        getattr(first, name) == getattr(now, name)
        for name in ("court_code", "description", "search", "pages")
    )
    return is_same and first.at <= now.at < first.at + FORM_LASTS


def quote(
    *,
    account: PacerAccount,
    court_code: str,
    description: str,
    pages: int,
    kind: FeeKind = FeeKind.CASE,
    is_exempt: bool = False,
    client_code: str = "",
    search: str = "",
    at: datetime,
) -> UsageTransaction:
    """What a charge would be, as a row that isn't saved.

    `pages`: before the cap. `is_exempt`: the user switched the fee exemption on. It counts only for an
    account on the CJA panel.
    """
    exempt = is_exempt and account.is_cja
    return UsageTransaction(
        rehearsal=account.rehearsal,
        account=account,
        payer=payer_of(account),
        at=at,
        court_code=court_code,
        description=description,
        search=search,
        client_code=client_code,
        kind=kind,
        pages=rules.billable_pages(pages, kind),
        is_exempt=exempt,
        fee=rules.fee(pages, kind, is_exempt=exempt),
    )


def lock_payer(account: PacerAccount) -> None:
    """Lock the account that pays for `account` until the transaction ends.

    For a charge that must be made once. Charges lock only the payer, because a PAA is locked before its
    members (pacer_accounts.group_billing.services).
    """
    PacerAccount.objects.lock(payer_of(account).pk)


def _schedule_quarter_end(rehearsal: Rehearsal, payer: PacerAccount, at: datetime) -> None:
    """Schedule the end of the quarter once for a payer. Its row is locked before the first charge."""
    zone = ZoneInfo(rehearsal.time_zone)
    ends_at = Quarter.of(at.astimezone(zone).date()).next.starts_at(zone)
    scheduled = rehearsal.due_events.filter(
        what=QUARTER_ENDS, due_at=ends_at, fired_at=None, payload__payer=payer.pk
    )
    if scheduled.exists():
        return
    PacerAccount.objects.lock(payer.pk)
    if not scheduled.all().exists():
        due_events.schedule(rehearsal, QUARTER_ENDS, due_at=ends_at, payer=payer.pk)
