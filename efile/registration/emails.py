"""The letter that confirms a request. The court's decisions have their own."""

from django.core.mail import send_mail
from django.urls import reverse

from efile.models import EfileRegistration
from rehearsals.help.refusals import PSC_CARD

SUBMITTED = "Your request to e-file was sent to the court"


def send_submitted(registration: EfileRegistration) -> None:
    """To the e-mail of the PACER account, which need not be the one for notices."""
    send_mail(SUBMITTED, _body(registration), PSC_CARD.email, [registration.pacer_account.email])


def _body(registration: EfileRegistration) -> str:
    account, court = registration.pacer_account, registration.court
    return "\n".join(
        (
            f"{account.full_name},",
            "",
            f"your request was sent to the {court.name}.",
            "",
            f"Request: {registration.get_kind_display()}",
            f"Role in Court: {registration.get_role_display()}",
            f"PACER account: {account.account_number}",
            "",
            "You cannot file there yet: the court decides first, and tells you by e-mail.",
            f"How it stands: {reverse('efile:request', args=[registration.pk])}",
            "",
            "Did you e-file in this court before it moved to NextGen CM/ECF? Then you need no"
            " registration: withdraw this request and link your old CM/ECF account instead.",
            "",
            f"CM/ECF Help Desk, {court.name}: {court.help_phone}, {court.help_email}",
        )
    )
