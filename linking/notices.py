"""The letters about a link. They go to both addresses: the court's and PACER's."""

from django.core.mail import EmailMessage
from django.urls import reverse

from cmecf.models import CameBy, CmecfAccount
from pacer_accounts.models import PacerAccount
from rehearsals.court_time import moment_text

LINKED = """\
{name},

the CM/ECF account {login} in the {court} was linked to PACER account {number} on {when}.

What this means
- Your old CM/ECF login no longer works in this court. Use your PACER username and password to e-file.
- The link is permanent. It holds in this court only: other courts have to be linked one by one.
- CM/ECF now shows you Civil, Criminal and Search. If it does not, load the page anew or log out and in.

The confirmation: {done}

If you did not do this, call the court at once: {phone}, {email}.
"""

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


def reference(account: CmecfAccount) -> str:
    """What a person quotes on the telephone: the court, PACER's number and the day of the link."""
    return f"{account.court.code.upper()}-{account.pacer_account.account_number}-{account.pk}"


def send_linked(account: CmecfAccount) -> None:
    """Tell both addresses that `account` was linked."""
    pacer_account = account.pacer_account
    body = LINKED.format(
        **_about(account, pacer_account),
        when=moment_text(account.linked_at, account.court.time_zone),
        done=_page(account, "link:done"),
    )
    subject = f"Your CM/ECF account in the {account.court.name} was linked"
    _send(account, pacer_account, subject, body)


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


def _page(account: CmecfAccount, name: str) -> str:
    return reverse(name, args=[account.court.code])


def _send(account: CmecfAccount, pacer_account: PacerAccount, subject: str, body: str) -> None:
    addresses = {address.casefold(): address for address in (account.email, pacer_account.email)}
    to = [address for address in addresses.values() if address]
    EmailMessage(subject, body, account.court.help_email, to).send()
