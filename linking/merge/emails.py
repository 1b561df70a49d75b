from datetime import datetime

from cmecf.models import CmecfAccount
from linking.link.emails import account_facts, send_to_both
from pacer_accounts.models import PacerAccount

MERGED = """\
{name},

The {court} had two records of you and merged them. PACER account {number} now files under your earlier
CM/ECF account {login}, with your earlier filings. The court closed the account {closed}.

Reason: {reason}

What this means
- Log in with your PACER username and password, as before. You have nothing left to link in this court.
- You can no longer log in with your CM/ECF login {login}.

Questions: {phone}, {email}.
"""


def send_merged(
    account: CmecfAccount,
    pacer_account: PacerAccount,
    closed: CmecfAccount,
    reason: str,
    *,
    at: datetime,
) -> None:
    """Tell the filer that `account` replaced `closed`, which a registration had created."""
    facts = account_facts(account, pacer_account)
    body = MERGED.format(**facts, closed=closed.login, reason=reason)
    subject = f"Your two records in the {account.court.name} were merged"
    send_to_both(account, pacer_account, subject, body, at=at)
