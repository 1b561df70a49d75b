from datetime import datetime

from django.urls import reverse

from pacer_accounts.models import PacerAccount
from pacer_accounts.search_activation.rules import printed
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import post_letter
from rehearsals.models import Mail


def post_code(account: PacerAccount, code: str, *, at: datetime) -> Mail:
    """Mail the activation code. U.S. mail only: the code proves that the postal address is right."""
    town = " ".join(part for part in (f"{account.city},", account.state, account.zip_code) if part)
    street = " ".join(part for part in (account.address, account.room) if part)
    body = f"""{account.full_name},

Use this code to activate case search for PACER account {account.account_number}:

{printed(code)}

Log in to Manage My Account, choose Settings, then "Activate Case Search Privileges".
Enter the code there. You can use it once. If you request a new letter, this code stops working.
{reverse("account:activate_search")}

You don't need this code to link your account to a court or to file there.

{PSC_CARD.name}: {PSC_CARD.phone}

This is a practice letter from a training simulation."""
    return post_letter(
        account.rehearsal,
        at=at,
        to=[account.full_name, account.firm, street, town],
        sender=PSC_CARD.name,
        subject="Your PACER activation code",
        body=body,
    )
