from django.urls import reverse

from cmecf.models import Court
from dockets.models import FilingFee
from rehearsals.clock.court_time import moment_text
from rehearsals.mail.services import send_email


def send_fee_receipt(fee: FilingFee, court: Court) -> None:
    """The receipt for a filing fee, to the filer who paid, at the court time of the payment."""
    payer, case = fee.payer, fee.entry.case
    if payer is None or not payer.email:
        return
    body = f"""Your payment of the filing fee was received.

Court: {court.name}
Case: {case.full_number} {case.title}
For: {fee.entry.short_text}
Receipt number: {fee.receipt_number}
Amount: ${fee.amount:.2f}
Card: {fee.brand} ending in {fee.last_four}
Paid: {moment_text(fee.at, court.time_zone)}
Paid by: {payer.full_name}

To see your filing fees, log in to CM/ECF and open Utilities, Internet Payment History:
{reverse("dockets:payment_history", args=[court.code])}

Questions? {court.name}: {court.help_phone}, {court.help_email}
This is a practice payment. No real money was charged."""
    send_email(
        fee.rehearsal,
        at=fee.at,
        to=[payer.email],
        subject=f"Pay.gov Payment Confirmation: {fee.receipt_number}",
        body=body,
        sender=court.help_email,
    )
