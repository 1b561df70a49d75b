"""The letters about a link. They go to both addresses: the court's and PACER's."""

from cmecf.models import CmecfAccount
from linking.merge.emails import _about, _send
from linking.unlink.emails import _page
from rehearsals.clock.court_time import moment_text

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
