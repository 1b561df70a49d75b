"""Notices about settings, to the account's e-mail and its further billing addresses."""

from collections.abc import Iterable

from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.models import PacerAccount
from pacer_accounts.preferences.forms import each_once
from rehearsals.help.refusals import PSC_CARD


def billing_addresses(account: PacerAccount) -> list[str]:
    """Where billing notices go: the account's e-mail first, each address once."""
    return each_once([account.email, *account.billing_notice_emails.splitlines()])


def send_billing_email_changed(account: PacerAccount, *, before: list[str]) -> None:
    """To the addresses it had (`before`) and to those it has now."""
    further = account.billing_notice_emails.splitlines()
    words = f"Notices about this account now go to {account.email}."
    if further:
        words += f"\nBilling notices also go to: {', '.join(further)}."
    _send(account, "PACER billing e-mail changed", words, [*before, *billing_addresses(account)])


def send_preferences_changed(account: PacerAccount, lines: Iterable[str]) -> None:
    """`lines`: how things are now, a sentence each."""
    words = "\n".join(["The billing preferences of this account are now:", "", *lines])
    _send(account, "PACER billing preferences changed", words, billing_addresses(account))


def _send(account: PacerAccount, subject: str, words: str, to: Iterable[str]) -> None:
    body = f"""PACER account {account.account_number}

{words}

If you did not do this, look under Settings of Manage My Account:
{reverse("account:landing")}
or call the PACER Service Center: {PSC_CARD.phone}, {PSC_CARD.email}.

This is a practice letter of a training simulation.
"""
    send_mail(subject, body, PSC_CARD.email, each_once(to))
