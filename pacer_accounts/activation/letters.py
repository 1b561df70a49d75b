"""The paper letter with the code, and the e-mail that says search is active."""

from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.activation.rules import printed
from pacer_accounts.models import PacerAccount
from rehearsals.mail import post_letter
from rehearsals.models import Mail
from rehearsals.refusals import PSC_CARD


def post_code(account: PacerAccount, code: str) -> Mail:
    """By U.S. mail only: the code is the proof that the postal address is right."""
    town = " ".join(part for part in (f"{account.city},", account.state, account.zip_code) if part)
    street = " ".join(part for part in (account.address, account.room) if part)
    body = f"""{account.full_name},

this code activates case search for PACER account {account.account_number}:

{printed(code)}

Log in to Manage My Account, choose Settings, then "Activate Case Search Privileges".
Type the code there. It works once. A newer letter replaces it.
{reverse("account:activate_search")}

Linking this account to a court and filing there never needed this code.

{PSC_CARD.name}: {PSC_CARD.phone}

This is a practice letter of a training simulation."""
    return post_letter(
        account.rehearsal,
        to=[account.full_name, account.firm, street, town],
        sender=PSC_CARD.name,
        subject="Your PACER activation code",
        body=body,
    )


def send_activated(account: PacerAccount) -> None:
    body = f"""{account.full_name},

case search is active for PACER account {account.account_number}: you can look up cases.
Searching costs $0.10 a page; see Usage in Manage My Account.
{reverse("account:landing")}

If you did not do this, call the {PSC_CARD.name}: {PSC_CARD.phone}.

This is a practice letter of a training simulation.
"""
    send_mail("PACER case search is active", body, PSC_CARD.email, [account.email])
