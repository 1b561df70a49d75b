from datetime import datetime

from django.urls import reverse

from cmecf.models import AccountOrigin, CmecfAccount
from linking.link.emails import account_facts, send_to_both
from pacer_accounts.models import PacerAccount

UNLINKED = """\
{name},

The court undid the link between the CM/ECF account {login} in the {court} and PACER account {number}.

Reason: {reason}

If {login} is your own login
1. Reset its password: {reset}
2. Log in with your own PACER account and link again: {form}

If {login} is someone else's login, do not use it again. Your PACER account works as it did before the link.

Questions: {phone}, {email}.
"""

WITHDRAWN = """\
{name},

The court withdrew the permission of PACER account {number} to e-file in the {court}. It closed the CM/ECF
account {login}.

Reason: {reason}

If you had a CM/ECF login here before the move to NextGen
Log in with your own PACER account and link that login: {form}

Your PACER account itself still works.

Questions: {phone}, {email}.
"""


def send_unlinked(
    account: CmecfAccount, pacer_account: PacerAccount, reason: str, *, at: datetime
) -> None:
    """Tell both addresses that the link of `account` and `pacer_account` was undone.

    If an e-file registration created `account`, the e-mail says that the permission was withdrawn.
    """
    court = account.court
    if account.origin == AccountOrigin.REGISTRATION:
        text = WITHDRAWN
        subject = f"Your permission to e-file in the {court.name} was withdrawn"
    else:
        text = UNLINKED
        subject = f"Your CM/ECF link in the {court.name} was undone"
    body = text.format(
        **account_facts(account, pacer_account),
        reason=reason,
        reset=reverse("ecf:lost_password", args=[court.code]),
        form=reverse("link:form", args=[court.code]),
    )
    send_to_both(account, pacer_account, subject, body, at=at)
