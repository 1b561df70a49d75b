"""Billing a quarter, paying fees, and storing cards. Each changes an account's rows under its lock."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from pacer_accounts.billing import rules
from pacer_accounts.billing.cards import Card, is_card_expired
from pacer_accounts.billing.emails import send_card_expired, send_receipt
from pacer_accounts.billing.queries import amount_owed
from pacer_accounts.billing.refusals import BillingRefusal
from pacer_accounts.models import PacerAccount, Payment, StoredCard
from pacer_accounts.search_activation.rules import why_not_activate
from pacer_accounts.search_activation.services import ACTIVATE, activate
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal

PAY = "pacer.payment"
AUTOBILL = "pacer.autobill"
CARD_ADDED, CARD_CHANGED, CARD_REMOVED = (
    "pacer.card_added", "pacer.card_changed", "pacer.card_removed",
)  # fmt: skip


def close_quarter(rehearsal: Rehearsal, *, at: datetime, payer: int) -> None:
    """The due event at the end of a quarter. Safe to run twice: it recomputes the balance.

    Charges a balance to a card stored for it ("Autobill PACER fees").
    """
    accounts = rehearsal.pacer_accounts.select_related("rehearsal").locked()
    account = accounts.filter(pk=payer).first()
    if account is None:
        return
    # After the clock was set back, later payments are already recorded. PACER owes nothing then.
    owed = max(amount_owed(account, at=at), rules.NOTHING)
    if owed != account.balance:
        account.balance = owed
        account.save(update_fields=["balance"])
        detail = f"balance ${owed}"
        record_activity(rehearsal, "pacer.billed", at=at, who=account.log_name, detail=detail)
    if owed > rules.NOTHING:
        _autobill(account, at)


def _autobill(account: PacerAccount, at: datetime) -> None:
    """Charge the first autobill card that has not expired; send an e-mail if all have expired."""
    today = _court_day(account.rehearsal, at)
    cards = list(account.stored_cards.filter(pays_pacer_fees=True).order_by("pk"))
    valid = [card for card in cards if not _is_expired(card, today)]
    if valid:
        _record_payment(account, account.balance, valid[0], at, AUTOBILL)
    elif cards:
        record_activity(
            account.rehearsal,
            AUTOBILL,
            at=at,
            who=account.log_name,
            outcome=Outcome.REFUSED,
            detail="every card has expired",
        )
        send_card_expired(account, cards[0], at=at)


def _is_expired(card: StoredCard, today: date) -> bool:
    return is_card_expired(year=card.expires_year, month=card.expires_month, today=today)


def _court_day(rehearsal: Rehearsal, at: datetime) -> date:
    return at.astimezone(ZoneInfo(rehearsal.time_zone)).date()


def pay(
    *,
    account: PacerAccount,
    amount: Decimal,
    card: Card,
    seen: Decimal,
    at: datetime,
    form: str = "",
) -> Payment:
    """Pay `amount` of the balance. Raises Refused(BillingRefusal) if nothing was paid.

    `seen`: the balance that the confirmed page showed. Of two simultaneous payments, the second
    finds a different balance and is refused. `form`: the token of the confirmed page. If it was sent
    twice, both return the same payment.
    """
    try:
        return _pay(account, amount, card, seen, at, form)
    except Refused as refused:
        record_refusal(account.rehearsal, PAY, refused.reason, at=at, who=account.log_name)
        raise


@transaction.atomic
def _pay(
    account: PacerAccount, amount: Decimal, card: Card, seen: Decimal, at: datetime, form: str
) -> Payment:
    if paid := _paid_with(account, form):  # sent twice: no second bookmark
        return paid
    before_change(account.rehearsal, PAY, at=at, who=account.log_name, detail=f"${amount}")
    account = PacerAccount.objects.lock(account.pk)
    if paid := _paid_with(account, form):
        return paid
    reason = rules.why_not_pay(amount=amount, balance=account.balance, seen=seen)
    if reason := reason or card.why_not(_court_day(account.rehearsal, at)):
        raise Refused(reason)
    return _record_payment(account, amount, card, at, PAY, form)


def _paid_with(account: PacerAccount, form: str) -> Payment | None:
    return account.payments.filter(form=form).first() if form else None


def _record_payment(
    account: PacerAccount,
    amount: Decimal,
    card: Card | StoredCard,
    at: datetime,
    what: str,
    form: str = "",
) -> Payment:
    """Lower the balance of the locked `account`, log `what`, and send a receipt."""
    account.balance -= amount
    account.save(update_fields=["balance"])
    payment = Payment.objects.create(
        rehearsal=account.rehearsal,
        account=account,
        at=at,
        amount=amount,
        brand=card.brand,
        last_four=card.last_four,
        form=form,
    )
    record_activity(account.rehearsal, what, at=at, who=account.log_name, detail=f"${amount}")
    send_receipt(payment)
    return payment


@transaction.atomic
def add_card(
    *, account: PacerAccount, card: Card, bills: dict[str, bool], at: datetime
) -> StoredCard:
    """Store a practice card, or update the stored one of the same number.

    `bills`: what it may be charged for, by StoredCard's columns. Raises Refused(DECLINED) or
    Refused(TOO_MANY_CARDS).
    """
    if same := account.stored_cards.filter(**card.columns(), **bills).first():
        return same  # sent twice: no second bookmark
    before_change(account.rehearsal, CARD_ADDED, at=at, who=account.log_name)
    return store_card(account=account, card=card, bills=bills, at=at)


def store_card(
    *, account: PacerAccount, card: Card, bills: dict[str, bool], at: datetime
) -> StoredCard:
    """As `add_card`, as a part of another change, in its transaction."""
    account = PacerAccount.objects.lock(account.pk)
    if card.is_declined:
        raise Refused(BillingRefusal.DECLINED)
    same = account.stored_cards.filter(brand=card.brand, last_four=card.last_four).first()
    if same:
        return _update_card(same, card.columns() | bills, at)
    if account.stored_cards.count() >= rules.MOST_CARDS:
        raise Refused(BillingRefusal.TOO_MANY_CARDS)
    stored = account.stored_cards.create(
        rehearsal=account.rehearsal, added_at=at, **card.columns(), **bills
    )
    _record_card(stored, CARD_ADDED, at)
    return stored


def _update_card(stored: StoredCard, values: dict[str, Any], at: datetime) -> StoredCard:
    """Give a stored card new values. Saving the same card again changes nothing."""
    changed = {name: new for name, new in values.items() if getattr(stored, name) != new}
    for name, new in changed.items():
        setattr(stored, name, new)
    if changed:
        stored.save(update_fields=list(changed))
        _record_card(stored, CARD_CHANGED, at)
    return stored


@transaction.atomic
def activate_by_card(*, account: PacerAccount, card: Card, at: datetime) -> None:
    """Store the card and activate case search. Raises Refused as add_card and activation do."""
    before_change(account.rehearsal, ACTIVATE, at=at, who=account.log_name)
    account = PacerAccount.objects.lock(account.pk)
    if reason := why_not_activate(account.case_search_status):
        raise Refused(reason)
    store_card(account=account, card=card, bills={"pays_pacer_fees": True}, at=at)
    activate(account, by=account.log_name, detail="by a stored card", at=at)


@transaction.atomic
def change_card(*, card: StoredCard, values: dict[str, Any], at: datetime) -> None:
    """Change the name, expiration date or uses of a card; nothing if it was removed meanwhile."""
    _before_card(card, CARD_CHANGED, at)
    if StoredCard.objects.filter(pk=card.pk).update(**values):
        _record_card(card, CARD_CHANGED, at)


@transaction.atomic
def remove_card(*, card: StoredCard, at: datetime) -> None:
    _before_card(card, CARD_REMOVED, at)
    if StoredCard.objects.filter(pk=card.pk).delete()[0]:
        _record_card(card, CARD_REMOVED, at)


def _before_card(card: StoredCard, what: str, at: datetime) -> None:
    before_change(card.rehearsal, what, at=at, who=card.account.log_name, detail=str(card))


def _record_card(card: StoredCard, what: str, at: datetime) -> None:
    record_activity(card.rehearsal, what, at=at, who=card.account.log_name, detail=str(card))
