"""What recovery mails, always to the e-mail on file. No letter holds a password or an answer."""

from collections.abc import Iterable

from django.core.mail import send_mail
from django.urls import reverse
from django.utils.http import urlencode

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD

LINK_SUBJECT = "Reset PACER Password"
USERNAME_SUBJECT = "Your PACER username"
CALL_SUBJECT = "Your PACER account: please call"
DONE_SUBJECT = "Your PACER password was reset"

_NOT_ME = (
    "If you did not ask for this, somebody else did: change nothing, and tell the Service Center."
)


def send_link(account: PacerAccount, token: str, back: str) -> None:
    url = reverse("cso:reset_password", args=[token])
    if back:
        url += "?" + urlencode({"next": back})
    _send(
        LINK_SUBJECT,
        account,
        f"set a new password for PACER account {account.account_number} here:",
        f"Reset PACER Password: {url}",
        "The link works once, within 24 hours of your own time, and only until you ask for another.",
        _NOT_ME,
    )


def send_usernames(account: PacerAccount, found: Iterable[PacerAccount]) -> None:
    """`found`: all accounts of that person; a person may have two."""
    lines = (f"Account Number {one.account_number}: Username {one.username}" for one in found)
    _send(
        USERNAME_SUBJECT,
        account,
        "you asked for the username of your PACER account.",
        "\n".join(lines),
        f"PACER Login: {reverse('cso:login')}",
        _NOT_ME,
    )


def send_call(account: PacerAccount) -> None:
    """For an account without security questions, whatever was answered."""
    _send(
        CALL_SUBJECT,
        account,
        f"somebody asked to recover PACER account {account.account_number}.",
        "This account holds no security questions, as most legacy accounts. So it cannot be recovered"
        " on the web: please call the Service Center, and have this account number ready.",
        _NOT_ME,
    )


def send_disabled(account: PacerAccount) -> None:
    _send(
        CALL_SUBJECT,
        account,
        "your PACER account has been disabled. A forgotten password cannot be reset, and a username"
        " leads nowhere, until the Service Center opens the account again: please call.",
        _NOT_ME,
    )


def send_done(account: PacerAccount) -> None:
    _send(
        DONE_SUBJECT,
        account,
        f"the password of PACER account {account.account_number} was reset by a mailed link. Every"
        " login with the old one has ended.",
        f"PACER Login: {reverse('cso:login')}",
        "If it was not you, call the Service Center now.",
    )


def _send(subject: str, account: PacerAccount, *paragraphs: str) -> None:
    desk = f"{PSC_CARD.name}: {PSC_CARD.phone}, {PSC_CARD.email}\n{PSC_CARD.hours}"
    body = "\n\n".join((f"{account.full_name},", *paragraphs, desk))
    send_mail(subject, body, PSC_CARD.email, [account.email])
