"""E-mails about a link. They go to the address in CM/ECF and to the address of the PACER account."""

from datetime import datetime

from django.urls import reverse

from cmecf.courts.files_as import files_as
from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import unique_emails
from rehearsals.clock.court_time import moment_text
from rehearsals.mail.services import send_email

LINKED = """\
{name},

The CM/ECF account {login} in the {court} was linked to PACER account {number} on {when}.

What this means
- Your old CM/ECF login no longer works in this court. Use your PACER username and password to e-file.
- The link is permanent. It applies to this court only. Link each of your other courts separately.
- CM/ECF now shows {menus} and Search. If you don't see them, reload the page, or log out and
  log in again.

Your confirmation: {done}

If you did not do this, call the court right away: {phone}, {email}. Give the reference {reference}.
"""

NAMES_DIFFER = """\
{name},

PACER account {number} ({holder}) now files as {filer} in the {court}. The names differ.

The CM/ECF account {login} was linked to it on {when}.

If you are not {filer}, or if you did not do this
- Don't file anything. Call the court right away: {phone}, {email}. Give the reference {reference}.
- Only the court can undo a link.

If both are you
- Ask the court to correct the name on its record.

What this means
- The CM/ECF login {login} no longer works in this court, and no other PACER account can be linked to it.
- Everyone who logs in with PACER account {number} files as {filer}. The link applies to this court only.

The confirmation: {done}
"""


def send_linked(account: CmecfAccount, pacer_account: PacerAccount, *, at: datetime) -> None:
    """Tell both addresses that `account` was linked to `pacer_account`. `at`: court time.

    If the names differ, the e-mail is a warning, like the result page.
    """
    result = files_as(account, pacer_account)
    text = NAMES_DIFFER if result.names_differ else LINKED
    body = text.format(
        **account_facts(account, pacer_account),
        when=moment_text(at, account.court.time_zone),
        done=reverse("link:done", args=[account.court.code]),
        reference=result.reference,
        filer=result.name,
        holder=result.holder,
    )
    subject = f"CM/ECF account {account.login} in the {account.court.name} was linked"
    if result.names_differ:
        subject = f"{subject}: the names differ"
    send_to_both(account, pacer_account, subject, body, at=at)


def account_facts(account: CmecfAccount, pacer_account: PacerAccount) -> dict[str, str]:
    """Values for the e-mail texts. After a wrong link, two people are addressed by name."""
    names = dict.fromkeys((account.full_name, pacer_account.full_name))
    return {
        "name": " and ".join(names),
        "login": account.login,
        "court": account.court.name,
        "menus": ", ".join(account.court.filing_menus),
        "number": pacer_account.account_number,
        "phone": account.court.help_phone,
        "email": account.court.help_email,
    }


def send_to_both(
    account: CmecfAccount, pacer_account: PacerAccount, subject: str, body: str, *, at: datetime
) -> None:
    """Send one e-mail from the court to both addresses, or once if they are the same."""
    send_email(
        account.rehearsal,
        at=at,
        to=unique_emails((account.email, pacer_account.email)),
        subject=subject,
        body=body,
        sender=account.court.help_email,
    )
