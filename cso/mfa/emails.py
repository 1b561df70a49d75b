"""Letters about apps and codes, to the account's own e-mail."""

from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD


def send_security_code(account: PacerAccount, code: str) -> None:
    words = f"""Your security code: {code}

Type it on the page that asks for it, within ten minutes. It works once, and only in the browser
that asked for it. Nobody of the PACER Service Center will ever ask you for it.

If you did not ask for a code, somebody knows your password: change it."""
    _send(account, "PACER security code", words)


def send_app_added(account: PacerAccount, name: str) -> None:
    _send(
        account,
        "Authenticator app added to your PACER account",
        f'The app "{name}" makes one-time passcodes for this account from now on.',
    )


def send_app_removed(account: PacerAccount, name: str, left: int) -> None:
    if left:
        subject = "Authenticator app removed from your PACER account"
        more = f"The account has {left} app{'' if left == 1 else 's'} left."
    else:
        subject = "Multifactor authentication is off for your PACER account"
        more = "It was the last one: a login asks only for username and password now, and the\n"
        more += "backup codes are worth nothing any more."
    _send(account, subject, f'The app "{name}" was removed.\n{more}')


def send_codes_made(account: PacerAccount) -> None:
    _send(
        account,
        "New backup codes for your PACER account",
        "Ten new backup codes were made. All earlier ones are worth nothing now.",
    )


def _send(account: PacerAccount, subject: str, words: str) -> None:
    body = f"""PACER account {account.account_number}

{words}

Manage MFA Settings: {reverse("psc:mfa")}
If you did not do this, call the PACER Service Center: {PSC_CARD.phone}, {PSC_CARD.email}.

This is a practice letter of a training simulation.
"""
    send_mail(subject, body, PSC_CARD.email, [account.email])
