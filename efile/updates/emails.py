"""Letters about updates: from PACER when data changed there, from a court when it decided."""

from django.core.mail import EmailMessage, send_mail
from django.urls import reverse

from efile.models import MaintenanceRequest
from efile.updates.labels import comparison, label_list
from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD

_UPDATED = """\
{name},

{words}

How it stands: {history}

If you did not do this, call the PACER Service Center: {phone}, {email}.
"""

_DECIDED = """\
{name},

the {court} {decision}

{lines}
{remark}
{next}

Questions about this go to the court, not to PACER. CM/ECF Help Desk: {phone}, {email}.
"""


def send_updated(
    account: PacerAccount,
    changed: list[str],
    sent: list[MaintenanceRequest],
    replaced: list[str],
) -> None:
    """What changed at PACER (column names), and which courts were asked to accept it."""
    words = []
    if changed:
        words.append(f"PACER account {account.account_number} was updated: {label_list(changed)}.")
    if sent:
        words.append("Sent to courts, which must accept it before it takes effect there:")
        words += [f"- {request.court.name}" for request in sent]
    if replaced:
        words.append(f"An older request was withdrawn in: {', '.join(replaced)}.")
    body = _UPDATED.format(
        name=account.full_name,
        words="\n".join(words),
        history=reverse("efile:history"),
        phone=PSC_CARD.phone,
        email=PSC_CARD.email,
    )
    send_mail("Your PACER information was updated", body, PSC_CARD.email, [account.email])


def send_accepted(request: MaintenanceRequest) -> None:
    _send_decision(
        request,
        subject="was accepted",
        decision="accepted your update. Its record of you is changed:",
        what_next="You need do nothing more in this court. Other courts decide for themselves.",
    )


def send_rejected(request: MaintenanceRequest) -> None:
    _send_decision(
        request,
        subject="was not accepted",
        decision="did not accept your update. Its record of you stays as it was. You asked for:",
        what_next="PACER keeps what you entered. Read the remark, and send a new update if needed:\n"
        + reverse(f"efile:{request.kind}"),
    )


def _send_decision(
    request: MaintenanceRequest, *, subject: str, decision: str, what_next: str
) -> None:
    court = request.court
    body = _DECIDED.format(
        name=request.pacer_account.full_name,
        court=court.name,
        decision=decision,
        lines=_lines(request),
        remark=f"\nThe court's remark: {request.remark}\n" if request.remark else "",
        next=what_next,
        phone=court.help_phone,
        email=court.help_email,
    )
    title = f"{request.get_kind_display()}: your update in the {court.name} {subject}"
    EmailMessage(title, body, court.help_email, [request.pacer_account.email]).send()


def send_delivery_changed(request: MaintenanceRequest) -> None:
    """One letter to the old address, which may no longer be read, and one to the new."""
    court = request.court
    addresses = {request.before["email"].casefold(): request.before["email"]}
    addresses.setdefault(request.after["email"].casefold(), request.after["email"])
    body = f"""\
{request.pacer_account.full_name},

how the {court.name} sends you notices of electronic filing was changed, at once:

{_lines(request)}

If you did not do this, look under Maintenance of Manage My Account:
{reverse("efile:delivery")}
or call the court's CM/ECF Help Desk: {court.help_phone}, {court.help_email}.
"""
    for address in addresses.values():
        EmailMessage(
            f"E-mail noticing changed in the {court.name}", body, court.help_email, [address]
        ).send()


def _lines(request: MaintenanceRequest) -> str:
    rows = comparison(request)
    return "\n".join(f"- {label}: {before} -> {after}" for label, before, after in rows)
