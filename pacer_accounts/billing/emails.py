from datetime import datetime

from django.urls import reverse

from pacer_accounts.models import PacerAccount, Payment, StoredCard
from pacer_accounts.preferences.emails import billing_addresses
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email


def send_receipt(payment: Payment) -> None:
    """The receipt for `payment`, sent at the court time of the payment."""
    account = payment.account
    text = f"""We received your payment of ${payment.amount:.2f}, paid with {payment.brand} ending in \
{payment.last_four}.
Your account balance is now ${account.balance:.2f}.

To see your payments, log in to Manage My Account:
{reverse("account:payments")}"""
    _send(account, "PACER payment receipt", text, payment.at)


def send_card_expired(account: PacerAccount, card: StoredCard, *, at: datetime) -> None:
    """Autobill could not charge a quarter's bill. The balance stays on the account."""
    text = f"""Your stored card, {card}, has expired, so we could not charge your PACER fees to it.
Your account balance is ${account.balance:.2f}.

Pay the balance now:
{reverse("account:one_time_payment")}
Update your card's expiration date before the next bill:
{reverse("account:stored_payment")}"""
    _send(account, "PACER fees were not charged", text, at)


def _send(account: PacerAccount, subject: str, text: str, at: datetime) -> None:
    """To the account's e-mail address and its other billing addresses."""
    body = f"""PACER account {account.account_number}

{text}

Questions? {PSC_CARD.name}: {PSC_CARD.phone}, {PSC_CARD.email}
This is a practice account. No real money was charged."""
    send_email(
        account.rehearsal,
        at=at,
        to=billing_addresses(account),
        subject=subject,
        body=body,
        sender=PSC_CARD.email,
    )
