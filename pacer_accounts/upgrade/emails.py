from datetime import datetime

from django.urls import reverse

from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import unique_emails
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email

SUBJECT = "Upgrade complete"


def send_upgraded(account: PacerAccount, *, old_email: str, at: datetime) -> None:
    """Confirm an upgrade to the account's e-mail, and to `old_email` if that was another one."""
    send_email(
        account.rehearsal,
        at=at,
        to=unique_emails([account.email, old_email]),
        sender=PSC_CARD.email,
        subject=SUBJECT,
        body=_body(account),
    )


def _body(account: PacerAccount) -> str:
    return f"""{account.full_name}

We upgraded PACER account {account.account_number}. The account number stays the same. From now on,
log in with the username {account.username} and the password you chose.

What to do next
Make sure that you know the CM/ECF login and password from your court. You need them once more, to
link this PACER account to your CM/ECF account after the court goes live with NextGen.

Your account:
{reverse("account:landing")}

If you did not do this, call the PACER Service Center: {PSC_CARD.phone}, {PSC_CARD.email}.
"""
