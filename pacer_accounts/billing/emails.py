"""Receipts, to the account's e-mail and its further billing addresses."""

from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.models import PacerAccount, Payment, StoredCard
from pacer_accounts.preferences.emails import billing_addresses
from rehearsals.help.refusals import PSC_CARD


def send_receipt(payment: Payment) -> None:
    account = payment.account
    body = f"""PACER account {account.account_number}

Payment received: ${payment.amount:.2f}, with {payment.brand} ending in {payment.last_four}.
Account balance now: ${account.balance:.2f}

Payments in Manage My Account:
{reverse("account:payments")}

{PSC_CARD.name}: {PSC_CARD.phone}, {PSC_CARD.email}
This is a practice letter of a training simulation. No money was moved.
"""
    send_mail("PACER payment receipt", body, PSC_CARD.email, billing_addresses(account))


def send_card_expired(account: PacerAccount, card: StoredCard) -> None:
    """A quarter's bill that autobill could not charge: the balance stays, and somebody must pay it."""
    body = f"""PACER account {account.account_number}

{card} is stored for PACER fees and has expired. Nothing was charged.
Account balance: ${account.balance:.2f}

What you can do now: pay the balance once, and give the stored card its new date for the next bill.
{reverse("account:one_time_payment")}
{reverse("account:stored_payment")}

{PSC_CARD.name}: {PSC_CARD.phone}, {PSC_CARD.email}
This is a practice letter of a training simulation. No money was moved.
"""
    send_mail("PACER fees were not charged", body, PSC_CARD.email, billing_addresses(account))
