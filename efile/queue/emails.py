"""The court's letters about an e-file registration: to the address given with the request."""

from django.core.mail import EmailMessage
from django.urls import reverse

from efile.choices import Reason
from efile.models import EfileRegistration
from rehearsals.web.addresses import page_url

APPROVED = """\
{name},

the {court} approved your {kind}. PACER account {number} may e-file there, as {role}.

What this means
- Sign on with your PACER username and password: CM/ECF shows you Civil, Criminal and Search.
- At your first sign-on you confirm the redaction notice.
- Your record in this court begins today. Nothing you filed under an earlier login is in it: if you
  had a CM/ECF login here before, do not go on, and call the court.
- It holds in this court only.

File here: {start}
{remark}
Questions: {phone}, {email}.
"""

REJECTED = """\
{name},

the {court} did not approve your {kind}. Nothing was changed, and your PACER account works as before.

Reason: {reason}.
{remark}
What to do
{todo}

Questions: {phone}, {email}.
"""

MORE = """\
{name},

the {court} needs more information before it can decide about your {kind}.
{remark}
What to do
Answer the court here: {page}
Until then the request waits. The page is also under Manage My Account, tab Maintenance.

Questions: {phone}, {email}.
"""

_TODO = {
    Reason.LINK_INSTEAD: "Link your PACER account to the CM/ECF account you have: {link}",
    Reason.NOT_ADMITTED: "Be admitted to the bar of this court first. Then send a new request.",
    Reason.ROLE_NOT_GRANTED: "Send a new request with a role that this court grants, or call it.",
    Reason.DOCUMENT: "Send a new request with the right document.",
    Reason.OTHER: "Read the remark above. You may send a new request.",
}


def send_approved(request: EfileRegistration) -> None:
    start = reverse("ecf:menu", args=[request.court.code])
    _send(request, APPROVED, "was approved", start=start, role=request.get_role_display())


def send_rejected(request: EfileRegistration) -> None:
    link = page_url("link_form", request.court.code)
    todo = _TODO[Reason(request.reason)].format(link=link)
    _send(request, REJECTED, "was not approved", reason=request.get_reason_display(), todo=todo)


def send_more(request: EfileRegistration) -> None:
    page = reverse("efile:request", args=[request.pk])
    _send(request, MORE, "needs more information", page=page)


def _send(request: EfileRegistration, text: str, outcome: str, **words: str) -> None:
    court = request.court
    body = text.format(
        name=request.pacer_account.full_name,
        number=request.pacer_account.account_number,
        kind=request.get_kind_display(),
        court=court.name,
        phone=court.help_phone,
        email=court.help_email,
        remark=f"\nThe court's remark: {request.remark}\n" if request.remark else "",
        **words,
    )
    subject = f"Your e-file registration in the {court.name} {outcome}"
    EmailMessage(subject, body, court.help_email, [request.email]).send()
