"""Notices that a username, a password or the security questions were changed. No secret is in them."""

from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD


def send_username_changed(account: PacerAccount) -> None:
    _send(
        account,
        "PACER username changed",
        f"From now on you log in with the username {account.username}. The old username no longer"
        " works. The account number and the password stay the same, and so does every link to a"
        " CM/ECF account.",
    )


def send_password_changed(account: PacerAccount) -> None:
    _send(
        account,
        "PACER password changed",
        "The password of this account was changed. Every other browser that was logged in with it"
        " has been logged out.",
    )


def send_security_changed(account: PacerAccount) -> None:
    _send(
        account,
        "PACER security information changed",
        "The security questions of this account were chosen anew. The old answers no longer count.",
    )


def _send(account: PacerAccount, subject: str, words: str) -> None:
    body = f"""{account.full_name}
PACER account {account.account_number}

{words}

If you did not do this, set a new password at once, or call the PACER Service Center:
{PSC_CARD.phone}, {PSC_CARD.email}.
{reverse("account:landing")}

This is a practice letter of a training simulation.
"""
    if account.email:
        send_mail(subject, body, PSC_CARD.email, [account.email])
