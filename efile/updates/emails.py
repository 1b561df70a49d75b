"""E-mails about updates: from PACER when its data changed, from a court when it decided."""

from datetime import datetime

from django.urls import reverse

from efile.models import MaintenanceRequest
from efile.updates.labels import comparison, label_list
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import unique_emails
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email

UPDATED = """\
{name},

{changes}

See the status: {history}

If you did not do this, call the PACER Service Center: {phone}, {email}.
"""

DECIDED = """\
{name},

The {court} {decision}

{lines}
{remark}
{next}

If you have questions, contact the court, not PACER. CM/ECF Help Desk: {phone}, {email}.
"""

DELIVERY_CHANGED = """\
{name},

Your settings for notices of electronic filing in the {court} have changed. The change takes effect
immediately:

{lines}

If you did not do this, check your settings under Manage My Account, Maintenance:
{page}
Or call the court's CM/ECF Help Desk: {phone}, {email}.
"""


def send_updated(
    account: PacerAccount,
    changed: list[str],
    sent: list[MaintenanceRequest],
    replaced: list[str],
    *,
    at: datetime,
) -> None:
    """`changed`: column names. `sent`: requests to courts. `replaced`: names of courts."""
    body = UPDATED.format(
        name=account.full_name,
        changes="\n".join(_changes(account, changed, sent, replaced)),
        history=reverse("efile:history"),
        phone=PSC_CARD.phone,
        email=PSC_CARD.email,
    )
    send_email(
        account.rehearsal,
        at=at,
        to=[account.email],
        subject="Your PACER information was updated",
        body=body,
        sender=PSC_CARD.email,
    )


def _changes(
    account: PacerAccount, changed: list[str], sent: list[MaintenanceRequest], replaced: list[str]
) -> list[str]:
    lines = []
    if changed:
        lines.append(f"We updated PACER account {account.account_number}: {label_list(changed)}.")
    if sent:
        lines.append(
            "We sent the update to these courts. Each court must accept it before it takes effect there:"
        )
        lines += [f"- {request.court.name}" for request in sent]
    if replaced:
        lines.append(f"It replaces your earlier request in: {', '.join(replaced)}.")
    return lines


def send_accepted(request: MaintenanceRequest, *, at: datetime) -> None:
    _send_decision(
        request,
        at=at,
        subject="was accepted",
        decision="accepted your update. It changed its record of you:",
        what_next="You have nothing more to do in this court. Other courts decide for themselves.",
    )


def send_rejected(request: MaintenanceRequest, *, at: datetime) -> None:
    page = reverse(f"efile:{request.kind}")
    _send_decision(
        request,
        at=at,
        subject="was not accepted",
        decision="did not accept your update. It did not change its record of you. You asked for:",
        what_next="PACER keeps what you entered. Read the remark, and send a new update if you need to:\n"
        + page,
    )


def _send_decision(
    request: MaintenanceRequest, *, at: datetime, subject: str, decision: str, what_next: str
) -> None:
    court = request.court
    body = DECIDED.format(
        name=request.pacer_account.full_name,
        court=court.name,
        decision=decision,
        lines=_lines(request),
        remark=f"\nThe court's remark: {request.remark}\n" if request.remark else "",
        next=what_next,
        phone=court.help_phone,
        email=court.help_email,
    )
    send_email(
        request.rehearsal,
        at=at,
        to=[request.pacer_account.email],
        subject=f"{request.get_kind_display()}: your update in the {court.name} {subject}",
        body=body,
        sender=court.help_email,
    )


def send_delivery_changed(request: MaintenanceRequest, *, at: datetime) -> None:
    """Tell the old address and the new one, since the old one may no longer be read."""
    court = request.court
    body = DELIVERY_CHANGED.format(
        name=request.pacer_account.full_name,
        court=court.name,
        lines=_lines(request),
        page=reverse("efile:delivery"),
        phone=court.help_phone,
        email=court.help_email,
    )
    send_email(
        request.rehearsal,
        at=at,
        to=unique_emails((request.before["email"], request.after["email"])),
        subject=f"E-mail noticing changed in the {court.name}",
        body=body,
        sender=court.help_email,
    )


def _lines(request: MaintenanceRequest) -> str:
    rows = comparison(request)
    return "\n".join(f"- {label}: {before} -> {after}" for label, before, after in rows)
