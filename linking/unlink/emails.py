from django.urls import reverse

from cmecf.models import CameBy, CmecfAccount
from linking.merge.emails import _about, _send
from pacer_accounts.models import PacerAccount

UNLINKED = """\
{name},

the court undid the link between the CM/ECF account {login} in the {court} and PACER account {number}.

Reason: {reason}

What to do, if {login} is your own login
1. Reset its password: {reset}
2. Sign on with your own PACER account and link again: {form}

If {login} is somebody else's login, do not use it again. Your PACER account works as before it was linked.

Questions: {phone}, {email}.
"""


WITHDRAWN = """\
{name},

the court withdrew the right of PACER account {number} to e-file in the {court}: its record {login} is closed.

Reason: {reason}

What to do, if you had a CM/ECF login here before the move to NextGen
Sign on with your own PACER account and link that login: {form}

Your PACER account itself works as before.

Questions: {phone}, {email}.
"""


def send_unlinked(account: CmecfAccount, before: PacerAccount, reason: str) -> None:
    """Tell both addresses that the link of `account` with the PACER account `before` was undone."""
    is_registered = account.came_by == CameBy.REGISTRATION
    text = WITHDRAWN if is_registered else UNLINKED
    body = text.format(
        **_about(account, before),
        reason=reason,
        reset=_page(account, "ecf:lost_password"),
        form=_page(account, "link:form"),
    )
    what = "right to e-file" if is_registered else "link of your CM/ECF account"
    outcome = "withdrawn" if is_registered else "undone"
    subject = f"The {what} in the {account.court.name} was {outcome}"
    _send(account, before, subject, body)


def _page(account: CmecfAccount, name: str) -> str:
    return reverse(name, args=[account.court.code])
