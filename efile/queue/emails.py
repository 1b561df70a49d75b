"""The court's e-mails about an e-file registration, to the address given in the request."""

from datetime import datetime

from django.urls import reverse

from efile.choices import Reason
from efile.models import EfileRegistration
from rehearsals.mail.services import send_email
from rehearsals.web.addresses import page_url

APPROVED = """\
{name},

The {court} approved your {kind}. PACER account {number} may e-file there in the role
of {role}.

What this means
- Log in with your PACER username and password. CM/ECF then shows {menus} and Search.
- Confirm the redaction notice at your first login.
- Your record in this court begins today. It doesn't include anything you filed under an earlier login.
  If you had a CM/ECF login here before, stop and call the court.
- The approval is for this court only.

File here: {start}
{remark}
Questions: {phone}, {email}.
"""

REJECTED = """\
{name},

The {court} did not approve your {kind}. Your PACER account has not changed and still works.

Reason: {reason}.
{remark}
What to do
{todo}

Questions: {phone}, {email}.
"""

MORE_INFO = """\
{name},

The {court} needs more information before it can decide your {kind}.
{remark}
What to do
Answer the court here: {page}
The court waits for your answer. You can also find the page under Manage My Account, Maintenance tab.

Questions: {phone}, {email}.
"""

_TODO = {
    Reason.LINK_INSTEAD: "Link your PACER account to the CM/ECF account you already have: {link}",
    Reason.NOT_ADMITTED: "Get admitted to the bar of this court first. Then send a new request.",
    Reason.ROLE_NOT_GRANTED: "Send a new request with a role that this court grants, or call the court.",
    Reason.DOCUMENT: "Send a new request with the correct document.",
    Reason.OTHER: "Read the remark above. You may send a new request.",
}


def send_approved(request: EfileRegistration, *, at: datetime) -> None:
    start = reverse("ecf:menu", args=[request.court.code])
    role = request.get_role_display()
    _send(request, APPROVED, "was approved", at=at, start=start, role=role)


def send_rejected(request: EfileRegistration, *, at: datetime) -> None:
    link = page_url("link_form", request.court.code)
    todo = _TODO[Reason(request.reason)].format(link=link)
    reason = request.get_reason_display()
    _send(request, REJECTED, "was not approved", at=at, reason=reason, todo=todo)


def send_more_info(request: EfileRegistration, *, at: datetime) -> None:
    page = reverse("efile:request", args=[request.pk])
    _send(request, MORE_INFO, "needs more information", at=at, page=page)


def _send(
    request: EfileRegistration, text: str, outcome: str, *, at: datetime, **values: str
) -> None:
    court = request.court
    body = text.format(
        name=request.pacer_account.full_name,
        number=request.pacer_account.account_number,
        kind=request.get_kind_display(),
        court=court.name,
        menus=", ".join(court.filing_menus),
        phone=court.help_phone,
        email=court.help_email,
        remark=f"\nThe court's remark: {request.remark}\n" if request.remark else "",
        **values,
    )
    send_email(
        request.rehearsal,
        at=at,
        to=[request.email],
        subject=f"Your e-file registration in the {court.name} {outcome}",
        body=body,
        sender=court.help_email,
    )
