from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD


def send_activated(account: PacerAccount) -> None:
    body = f"""{account.full_name},

case search is active for PACER account {account.account_number}: you can look up cases.
Searching costs $0.10 a page; see Usage in Manage My Account.
{reverse("account:landing")}

If you did not do this, call the {PSC_CARD.name}: {PSC_CARD.phone}.

This is a practice letter of a training simulation.
"""
    send_mail("PACER case search is active", body, PSC_CARD.email, [account.email])
