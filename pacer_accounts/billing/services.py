"""Billing a page, paying, and keeping cards. Rows of an account are changed under its lock."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Sum

from pacer_accounts.billing import rules
from pacer_accounts.billing.cards import Card, is_card_expired
from pacer_accounts.billing.emails import send_card_expired, send_receipt
from pacer_accounts.billing.refusals import BillingRefusal
from pacer_accounts.billing.rules import Quarter
from pacer_accounts.group_billing.queries import payer_of, taken_over
from pacer_accounts.models import PacerAccount, Payment, StoredCard, UsageTransaction
from pacer_accounts.search_activation.rules import why_not_activate
from pacer_accounts.search_activation.services import activate
from rehearsals.activity.services import record_activity
from rehearsals.clock import due_events
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal
from rehearsals.packs.pack import get_pack

PAY = "pacer.payment"
AUTOBILL = "pacer.autobill"
QUARTER_ENDS = "quarter.ends"


@transaction.atomic
def charge(
    *,
    account: PacerAccount,
    court_code: str,
    description: str,
    pages: int,
    client_code: str = "",
    search: str = "",
    at: datetime,
) -> UsageTransaction:
    """Note `pages` of a report or document, used at the court time `at`; who pays now is billed.

    A quarter is billed when it is over, and not at all when it is $30.00 or less.
    """
    payer = payer_of(account)
    zone = zone_of(account.rehearsal)
    ends_at = Quarter.of(at.astimezone(zone).date()).next.starts_at(zone)
    waiting = account.rehearsal.due_events.filter(what=QUARTER_ENDS, due_at=ends_at, fired_at=None)
    if not waiting.filter(payload__payer=payer.pk).exists():
        due_events.schedule(account.rehearsal, QUARTER_ENDS, due_at=ends_at, payer=payer.pk)
    return UsageTransaction.objects.create(
        rehearsal=account.rehearsal,
        account=account,
        payer=payer,
        at=at,
        court_code=court_code,
        description=description,
        search=search,
        client_code=client_code,
        pages=pages,
        fee=rules.fee(pages, description, is_exempt=account.is_cja),
    )


def close_quarter(rehearsal: Rehearsal, *, at: datetime, payer: int) -> None:
    """The due event of a quarter's end, also twice: the balance is what all quarters make it.

    What is due then is charged to a card stored for it ("Autobill PACER fees").
    """
    held = _rows().filter(rehearsal=rehearsal, pk=payer).first()
    if held is None:
        return
    # After the clock was put back, payments of days to come are known already: no debt of PACER's.
    owed = max(owed_by(held, at=at), rules.NOTHING)
    if owed != held.balance:
        held.balance = owed
        held.save(update_fields=["balance"])
        record_activity(rehearsal, "pacer.billed", who=held.log_name, detail=f"balance ${owed}")
    if owed > rules.NOTHING:
        _autobill(held, at)


def _is_over(card: StoredCard, today: date) -> bool:
    return is_card_expired(year=card.expires_year, month=card.expires_month, today=today)


def _autobill(held: PacerAccount, at: datetime) -> None:
    """Charge the first of the account's autobill cards that is good; a letter if there is none such."""
    today = at.astimezone(zone_of(held.rehearsal)).date()
    cards = list(held.stored_cards.filter(pays_pacer_fees=True).order_by("pk"))
    good = [card for card in cards if not _is_over(card, today)]
    if good:
        _book(held, held.balance, good[0], at, AUTOBILL)
    elif cards:
        who, detail = held.log_name, "every card has expired"
        record_activity(held.rehearsal, AUTOBILL, who=who, outcome=Outcome.REFUSED, detail=detail)
        send_card_expired(held, cards[0])


def owed_by(account: PacerAccount, *, at: datetime) -> Decimal:
    """The balance at the court time `at`, from all that was used, paid and moved to or from a PAA."""
    zone = zone_of(account.rehearsal)
    totals = rules.totals_by_quarter(account.billed_transactions.values_list("at", "fee"), zone)
    paid = account.payments.aggregate(paid=Sum("amount"))["paid"] or rules.NOTHING
    moved = sum((amount for _, amount in taken_over(account)), rules.NOTHING)
    return rules.balance(totals, paid - moved, current=Quarter.of(at.astimezone(zone).date()))


def zone_of(rehearsal: Rehearsal) -> ZoneInfo:
    return get_pack(rehearsal.pack).home.zone


def pay(
    *, account: PacerAccount, amount: Decimal, card: Card, seen: Decimal, at: datetime
) -> Payment:
    """Pay `amount` of the balance. Raises Refused(BillingRefusal), and then nothing was paid.

    `seen`: the balance on the page that was confirmed. Of two that are sent at once, the slower one
    finds another balance and is refused.
    """
    try:
        return _pay(account, amount, card, seen, at)
    except Refused as refused:
        record_activity(
            account.rehearsal,
            PAY,
            who=account.log_name,
            outcome=Outcome.REFUSED,
            detail=refused.reason.name.lower().replace("_", " "),
        )
        raise


@transaction.atomic
def _pay(
    account: PacerAccount, amount: Decimal, card: Card, seen: Decimal, at: datetime
) -> Payment:
    held = _locked(account)
    reason = rules.why_not_pay(amount=amount, balance=held.balance, seen=seen)
    today = at.astimezone(zone_of(held.rehearsal)).date()
    if reason := reason or card.why_not(today):
        raise Refused(reason)
    return _book(held, amount, card, at, PAY)


def _book(
    held: PacerAccount, amount: Decimal, card: Card | StoredCard, at: datetime, what: str
) -> Payment:
    """Under the account's lock."""
    held.balance -= amount
    held.save(update_fields=["balance"])
    payment = Payment.objects.create(
        rehearsal=held.rehearsal,
        account=held,
        at=at,
        amount=amount,
        brand=card.brand,
        last_four=card.last_four,
    )
    record_activity(held.rehearsal, what, who=held.log_name, detail=f"${amount}")
    send_receipt(payment)
    return payment


@transaction.atomic
def add_card(
    *, account: PacerAccount, card: Card, bills: dict[str, bool], at: datetime
) -> StoredCard:
    """Keep a practice card. Raises Refused(DECLINED) or (TOO_MANY_CARDS)."""
    held = _locked(account)
    if card.is_declined:
        raise Refused(BillingRefusal.DECLINED)
    if held.stored_cards.count() >= rules.MOST_CARDS:
        raise Refused(BillingRefusal.TOO_MANY_CARDS)
    stored = held.stored_cards.create(
        rehearsal=held.rehearsal, added_at=at, **card.columns(), **bills
    )
    record_activity(held.rehearsal, "pacer.card_added", who=held.log_name, detail=str(stored))
    return stored


@transaction.atomic
def activate_by_card(*, account: PacerAccount, card: Card, at: datetime) -> None:
    """Instant access: keep the card and activate search. Raises Refused as both do."""
    held = _locked(account)
    if reason := why_not_activate(held.case_search_status):
        raise Refused(reason)
    add_card(account=held, card=card, bills={"pays_pacer_fees": True}, at=at)
    activate(held, by=held.log_name, detail="by a stored card")


@transaction.atomic
def change_card(*, card: StoredCard, values: dict[str, Any]) -> None:
    """New name, expiry or purposes. Another number is another card; one removed meanwhile stays so."""
    who, detail = card.account.log_name, str(card)
    if StoredCard.objects.filter(pk=card.pk).update(**values):
        record_activity(card.rehearsal, "pacer.card_changed", who=who, detail=detail)


@transaction.atomic
def remove_card(*, card: StoredCard) -> None:
    who, detail = card.account.log_name, str(card)
    if StoredCard.objects.filter(pk=card.pk).delete()[0]:
        record_activity(card.rehearsal, "pacer.card_removed", who=who, detail=detail)


def _rows():  # noqa: ANN202
    return PacerAccount.objects.select_related("rehearsal").select_for_update(of=("self",))


def _locked(account: PacerAccount) -> PacerAccount:
    return _rows().get(pk=account.pk)
