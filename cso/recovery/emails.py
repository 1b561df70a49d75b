"""The e-mails of recovery, always to the address on file. They hold no password and no answer."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.http import urlencode

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email

LINK_SUBJECT = "Reset PACER Password"
USERNAME_SUBJECT = "Your PACER username"
CALL_SUBJECT = "Your PACER account: please call"
DONE_SUBJECT = "Your PACER password was reset"

_NOT_ME = (
    "If you did not request this, someone else did. Ignore the rest of this e-mail and call the"
    " Service Center."
)


def send_link(account: PacerAccount, token: str, next_url: str, *, at: datetime) -> None:
    """`next_url`: the page to open after the next login, or ""."""
    url = reverse("cso:reset_password", args=[token])
    if next_url:
        url += "?" + urlencode({"next": next_url})
    _send(
        account,
        at,
        LINK_SUBJECT,
        f"Use this link to set a new password for PACER account {account.account_number}:",
        f"Reset PACER Password: {url}",
        "The link works once, within 24 hours of real time. If you request another link, this one stops"
        " working.",
        _NOT_ME,
    )


def send_usernames(
    account: PacerAccount, accounts: Iterable[PacerAccount], *, at: datetime
) -> None:
    """`accounts`: all accounts of this person, who may have two."""
    lines = (f"Account Number: {one.account_number}, Username: {one.username}" for one in accounts)
    _send(
        account,
        at,
        USERNAME_SUBJECT,
        "You requested the username of your PACER account.",
        "\n".join(lines),
        f"PACER Login: {reverse('cso:login')}",
        _NOT_ME,
    )


def send_call(account: PacerAccount, *, at: datetime) -> None:
    """For an account without security questions, whatever answers were given."""
    _send(
        account,
        at,
        CALL_SUBJECT,
        f"Someone asked to recover PACER account {account.account_number}.",
        "Like most legacy accounts, this account has no security questions, so it can't be recovered"
        " online. Call the Service Center and have this account number ready.",
        _NOT_ME,
    )


def send_disabled(account: PacerAccount, *, at: datetime) -> None:
    _send(
        account,
        at,
        CALL_SUBJECT,
        "Your PACER account has been disabled. You can't log in or reset the password until the"
        " Service Center enables the account again. Please call.",
        _NOT_ME,
    )


def send_done(account: PacerAccount, *, at: datetime) -> None:
    _send(
        account,
        at,
        DONE_SUBJECT,
        f"You reset the password of PACER account {account.account_number} with an e-mailed link. We"
        " logged the account out everywhere.",
        f"PACER Login: {reverse('cso:login')}",
        "If you did not do this, call the Service Center now.",
    )


def _send(account: PacerAccount, at: datetime, subject: str, *paragraphs: str) -> None:
    desk = f"{PSC_CARD.name}: {PSC_CARD.phone}, {PSC_CARD.email}\n{PSC_CARD.hours}"
    body = "\n\n".join((f"{account.full_name},", *paragraphs, desk))
    send_email(
        account.rehearsal,
        at=at,
        to=[account.email],
        sender=PSC_CARD.email,
        subject=subject,
        body=body,
    )
