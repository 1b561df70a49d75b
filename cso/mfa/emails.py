"""E-mails about authenticator apps and codes, to the account's own e-mail address."""

from datetime import datetime

from django.urls import reverse

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email


def send_security_code(account: PacerAccount, code: str, *, at: datetime) -> None:
    text = f"""Your security code: {code}

Enter it within ten minutes, on the page that asks for it. It works once, and only in the browser
that requested it. The PACER Service Center will never ask you for this code.

If you did not request a code, someone else may know your password. Change your password."""
    _send(account, at, "PACER security code", text)


def send_app_added(account: PacerAccount, name: str, *, at: datetime) -> None:
    _send(
        account,
        at,
        "Authenticator app added to your PACER account",
        f'The app "{name}" now creates one-time passcodes for this account.',
    )


def send_app_removed(account: PacerAccount, name: str, left: int, *, at: datetime) -> None:
    """`left`: how many apps the account still has."""
    if left:
        subject = "Authenticator app removed from your PACER account"
        result = f"The account has {left} app{'' if left == 1 else 's'} left."
    else:
        subject = "Multifactor authentication is off for your PACER account"
        result = (
            "It was your only app. You now log in with only your username and password, and your\n"
        )
        result += "backup codes no longer work."
    _send(account, at, subject, f'You removed the app "{name}".\n{result}')


def send_second_factor_removed(account: PacerAccount, *, at: datetime) -> None:
    _send(
        account,
        at,
        "Authenticator apps removed from your PACER account",
        "Someone called the PACER Service Center about this account, and we verified the caller's identity.\n"
        "We then removed all authenticator apps and backup codes from the account. You now log in with\n"
        "only your username and password. Enroll again soon in Manage MFA Settings.",
    )


def send_codes_made(account: PacerAccount, *, at: datetime) -> None:
    _send(
        account,
        at,
        "New backup codes for your PACER account",
        "You got ten new backup codes. Your earlier codes no longer work.",
    )


def _send(account: PacerAccount, at: datetime, subject: str, text: str) -> None:
    body = f"""PACER account {account.account_number}

{text}

Manage MFA Settings: {reverse("psc:mfa")}
If this was not you, call the PACER Service Center: {PSC_CARD.phone}, {PSC_CARD.email}.
"""
    send_email(
        account.rehearsal,
        at=at,
        to=[account.email] if account.email else [],
        sender=PSC_CARD.email,
        subject=subject,
        body=body,
    )
