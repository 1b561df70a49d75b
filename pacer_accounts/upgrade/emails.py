"""The letter that tells a holder that the account was upgraded. It holds no password."""

from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD

SUBJECT = "Upgrade complete"


def send_upgraded(account: PacerAccount, *, before: str) -> None:
    """To the account's e-mail, and to the address held `before` if that was another one."""
    to = [account.email] + [before] * bool(before and before != account.email)
    send_mail(SUBJECT, _body(account), PSC_CARD.email, to)


def _body(account: PacerAccount) -> str:
    return f"""{account.full_name}

PACER account {account.account_number} was upgraded. The account number stays the same; from now on
you log in with the username {account.username} and the password you chose.

What is next
Know the CM/ECF login and password that your court gave you: you need them once more, to link this
PACER account to your CM/ECF account after the court goes live with NextGen.

Your account:
{reverse("account:landing")}

If you did not do this, call the PACER Service Center: {PSC_CARD.phone}, {PSC_CARD.email}.

This is a practice letter of a training simulation.
"""
