"""Receipts, to the account's e-mail and its further billing addresses."""

from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.models import Payment
from pacer_accounts.settings.letters import billing_addresses
from rehearsals.refusals import PSC_CARD


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
