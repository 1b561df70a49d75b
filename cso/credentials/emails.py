"""E-mails that confirm a changed username, password or security information. They contain no secret."""

from datetime import datetime

from django.urls import reverse

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email


def send_username_changed(account: PacerAccount, *, at: datetime) -> None:
    _send(
        account,
        at,
        "PACER username changed",
        f"Your new username is {account.username}. The old username no longer works. Your account"
        " number, your password and your linked CM/ECF accounts have not changed.",
    )


def send_password_changed(account: PacerAccount, *, at: datetime) -> None:
    _send(
        account,
        at,
        "PACER password changed",
        "You changed the password of this account. We logged it out in every other browser.",
    )


def send_security_changed(account: PacerAccount, *, at: datetime) -> None:
    _send(
        account,
        at,
        "PACER security information changed",
        "You saved new security questions and answers for this account. The old answers no longer"
        " work.",
    )


def _send(account: PacerAccount, at: datetime, subject: str, text: str) -> None:
    body = f"""{account.full_name}
PACER account {account.account_number}

{text}

If you did not make this change, set a new password right away or call the PACER Service Center:
{PSC_CARD.phone}, {PSC_CARD.email}.
{reverse("account:landing")}
"""
    send_email(
        account.rehearsal,
        at=at,
        to=[account.email] if account.email else [],
        sender=PSC_CARD.email,
        subject=subject,
        body=body,
    )
