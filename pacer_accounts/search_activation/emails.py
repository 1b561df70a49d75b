from datetime import datetime

from django.urls import reverse

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email


def send_activated(account: PacerAccount, *, at: datetime) -> None:
    body = f"""{account.full_name},

Case search is now active for PACER account {account.account_number}. You can search for cases.
Searches cost $0.10 a page. To see your charges, go to Usage in Manage My Account.
{reverse("account:landing")}

If you didn't do this, call the {PSC_CARD.name}: {PSC_CARD.phone}"""
    send_email(
        account.rehearsal,
        at=at,
        to=[account.email] if account.email else [],
        subject="PACER case search is active",
        body=body,
        sender=PSC_CARD.email,
    )
