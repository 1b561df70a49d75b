from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import unique_emails
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email


def billing_addresses(account: PacerAccount) -> list[str]:
    """The addresses for billing notices, each once: the account's own e-mail first."""
    return unique_emails([account.email, *account.billing_notice_emails.splitlines()])


def send_billing_email_changed(account: PacerAccount, *, before: list[str], at: datetime) -> None:
    """To the old addresses (`before`) and the new ones."""
    others = account.billing_notice_emails.splitlines()
    text = f"We now send notices about this account to {account.email}."
    if others:
        text += f"\nWe also send billing notices to: {', '.join(others)}."
    to = [*before, *billing_addresses(account)]
    _send(account, "PACER billing e-mail changed", text, to, at)


def send_preferences_changed(account: PacerAccount, lines: Iterable[str], *, at: datetime) -> None:
    """`lines`: the current preferences, a sentence each."""
    text = "\n".join(["Your billing preferences are now:", "", *lines])
    _send(account, "PACER billing preferences changed", text, billing_addresses(account), at)


def _send(account: PacerAccount, subject: str, text: str, to: Iterable[str], at: datetime) -> None:
    body = f"""PACER account {account.account_number}

{text}

If you didn't make this change, check Settings in Manage My Account:
{reverse("account:landing")}
You can also call the PACER Service Center: {PSC_CARD.phone}, {PSC_CARD.email}"""
    send_email(
        account.rehearsal,
        at=at,
        to=unique_emails(to),
        subject=subject,
        body=body,
        sender=PSC_CARD.email,
    )
