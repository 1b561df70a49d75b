from datetime import datetime

from django.urls import reverse

from efile.models import EfileRegistration
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email

SUBMITTED = """\
{name},

We sent your request to the {court}.

Request: {kind}
Role in Court: {role}
PACER account: {number}

You cannot file there yet. The court decides first and e-mails you.
Check the status: {status}

Did you e-file in this court before it moved to NextGen CM/ECF? Then you don't need to register.
Withdraw this request and link your old CM/ECF account instead.

CM/ECF Help Desk, {court}: {phone}, {email}
"""


def send_submitted(registration: EfileRegistration, *, at: datetime) -> None:
    """Confirm a request, to the PACER account's e-mail address. `at`: court time."""
    account, court = registration.pacer_account, registration.court
    body = SUBMITTED.format(
        name=account.full_name,
        court=court.name,
        kind=registration.get_kind_display(),
        role=registration.get_role_display(),
        number=account.account_number,
        status=reverse("efile:request", args=[registration.pk]),
        phone=court.help_phone,
        email=court.help_email,
    )
    send_email(
        registration.rehearsal,
        at=at,
        to=[account.email],
        subject="Your request to e-file was sent to the court",
        body=body,
        sender=PSC_CARD.email,
    )
