from django.core.mail import EmailMessage

from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount

MERGED = """\
{name},

the {court} had two records of you. It merged them: PACER account {number} now files under your earlier
record {login}, with everything that belongs to it. The record {closed} is closed.

Reason: {reason}

What this means
- Sign on with your PACER username and password, as before. There is nothing left to link here.
- Your CM/ECF login {login} no longer works by itself.

Questions: {phone}, {email}.
"""


def send_merged(account: CmecfAccount, closed: CmecfAccount, reason: str) -> None:
    """Tell the filer that `account` took over what the registration-born record `closed` filed with."""
    pacer_account = account.pacer_account
    body = MERGED.format(**_about(account, pacer_account), closed=closed.login, reason=reason)
    subject = f"Your two records in the {account.court.name} were merged"
    _send(account, pacer_account, subject, body)


def _about(account: CmecfAccount, pacer_account: PacerAccount) -> dict[str, str]:
    return {
        # After a wrong link these are two people, and both read it.
        "name": " and ".join(dict.fromkeys((account.full_name, pacer_account.full_name))),
        "login": account.login,
        "court": account.court.name,
        "number": pacer_account.account_number,
        "phone": account.court.help_phone,
        "email": account.court.help_email,
    }


def _send(account: CmecfAccount, pacer_account: PacerAccount, subject: str, body: str) -> None:
    addresses = {address.casefold(): address for address in (account.email, pacer_account.email)}
    to = [address for address in addresses.values() if address]
    EmailMessage(subject, body, account.court.help_email, to).send()
