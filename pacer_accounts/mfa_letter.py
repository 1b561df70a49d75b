"""The letter that follows when the Service Center removes somebody's authenticator apps."""

from django.core.mail import send_mail

from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD


def send_second_factor_removed(account: PacerAccount) -> None:
    """To the account's own e-mail, as nobody should lose a second factor without hearing of it."""
    body = f"""PACER account {account.account_number}

The PACER Service Center removed all authenticator apps and backup codes from this account, because
somebody who could answer for you asked for it. A login asks only for username and password now. Enroll
again soon: Manage My Account, Settings, Manage MFA Settings.

If it was not you who called: {PSC_CARD.phone}, {PSC_CARD.email}.

This is a practice letter of a training simulation.
"""
    send_mail(
        "Authenticator apps removed from your PACER account", body, PSC_CARD.email, [account.email]
    )
