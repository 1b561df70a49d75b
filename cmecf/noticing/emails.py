from datetime import datetime

from cmecf.models import CmecfAccount
from rehearsals.mail.services import send_email

CHANGED = """\
{name},

Your settings for notices of electronic filing in the {court} have changed. The change takes effect
immediately:

- Primary address: {primary}
- Secondary addresses: {secondary}
- {frequency}
- Format: {format}

If you did not do this, call the court's CM/ECF Help Desk: {phone}, {email}.
"""


def send_noticing_changed(account: CmecfAccount, *, at: datetime) -> None:
    """Tell the primary address. `at`: court time."""
    court = account.court
    body = CHANGED.format(
        name=account.full_name,
        court=court.name,
        primary=account.email,
        secondary=", ".join(account.secondary_emails.split()) or "none",
        frequency=account.get_email_frequency_display(),
        format=account.get_email_format_display(),
        phone=court.help_phone,
        email=court.help_email,
    )
    send_email(
        court.rehearsal,
        at=at,
        to=[account.email],
        subject=f"E-mail noticing changed in the {court.name}",
        body=body,
        sender=court.help_email,
    )
