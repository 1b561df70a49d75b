"""Updates of filer data: PACER changes at once, and each court is asked to accept the change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from cmecf.models import CmecfAccount
from efile.choices import OPEN_STATUSES, MaintenanceKind, RequestStatus
from efile.models import MaintenanceRequest
from efile.updates import emails, queries, rules
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import postal_address
from rehearsals.activity.services import before_change, record_activity
from rehearsals.help.refusals import Refusal, Refused

PERSONAL, ADDRESS = "pacer.personal_updated", "pacer.address_updated"
DELIVERY = "efile.delivery_changed"
REPLACED = "Withdrawn: a newer update replaced it."
UNLINKED = (
    "The court undid the connection between your PACER account and this CM/ECF account. Send the"
    " update again."
)


@dataclass
class Outcome:
    """What an update did. `replaced`: courts where an older request was withdrawn."""

    changed: list[str] = field(default_factory=list)
    sent: list[MaintenanceRequest] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)

    @property
    def did_nothing(self) -> bool:
        return not (self.changed or self.sent or self.replaced)


@transaction.atomic
def update_personal(
    *, account: PacerAccount, typed: Mapping[str, Any], shown: str, asks_courts: bool, at: datetime
) -> Outcome:
    """Change name and user type; ask each NextGen court that has the filer under another name.

    `asks_courts`: ask even if the name at PACER doesn't change. `shown`: see rules.edition.
    `at`: court time. Raises Refused(STALE).
    """
    before_change(account.rehearsal, PERSONAL, at=at, who=account.log_name)
    account, outcome = _save(account, typed, shown)
    if asks_courts or set(outcome.changed) & set(rules.NAME_IN_COURT):
        after = rules.columns(account, rules.NAME_IN_COURT)
        for record in queries.records(account, at):
            _ask(outcome, record, MaintenanceKind.PERSONAL, after, at)
    _log_and_email(account, outcome, PERSONAL, at)
    return outcome


@transaction.atomic
def update_address(
    *,
    account: PacerAccount,
    typed: Mapping[str, Any],
    shown: str,
    cases: Mapping[str, str],
    reason: str,
    at: datetime,
) -> Outcome:
    """Change address and phone numbers; ask the chosen courts. `cases`: court code to efile.Cases.

    `at`: court time. Raises Refused(STALE).
    """
    before_change(account.rehearsal, ADDRESS, at=at, who=account.log_name)
    account, outcome = _save(account, typed, shown)
    after = {"postal_address": postal_address(account)}
    for record in queries.records(account, at):
        if chosen := cases.get(record.court.code):
            _ask(
                outcome, record, MaintenanceKind.ADDRESS, after, at,
                cases=chosen, reason_for_update=reason,
            )  # fmt: skip
    _log_and_email(account, outcome, ADDRESS, at)
    return outcome


@transaction.atomic
def set_delivery(
    *, account: PacerAccount, wanted: Mapping[str, Mapping[str, str]], shown: str, at: datetime
) -> list[MaintenanceRequest]:
    """Change where and how courts send notices. It takes effect at once; no court decides.

    `wanted`: court code to e-mail, frequency and format. `at`: court time. Raises Refused(STALE).
    """
    before_change(account.rehearsal, DELIVERY, at=at, who=account.log_name)
    records = {record.court.code: record for record in queries.records(_locked(account), at)}
    stored = {code: rules.columns(record, rules.DELIVERY) for code, record in records.items()}
    typed = {code: dict(values) for code, values in wanted.items() if code in stored}
    _check(rules.why_not_save(stored, stored | typed, shown))
    return [
        _set_delivery(records[code], values, at)
        for code, values in typed.items()
        if values != stored[code]
    ]


def _set_delivery(record: CmecfAccount, values: dict[str, str], at: datetime) -> MaintenanceRequest:
    before = rules.columns(record, rules.DELIVERY)
    request = _new(record, MaintenanceKind.DELIVERY, before, values, at)
    request.status, request.decided_at = RequestStatus.PROCESSED, at
    request.decided_by = request.pacer_account.log_name
    request.save()
    _write(record, values)
    record_activity(
        record.rehearsal,
        DELIVERY,
        at=at,
        who=request.decided_by,
        detail=f"{record.court.code}: {record.login}",
    )
    emails.send_delivery_changed(request, at=at)
    return request


def _ask(
    outcome: Outcome,
    record: CmecfAccount,
    kind: str,
    after: dict[str, str],
    at: datetime,
    **more: str,
) -> None:
    """Send a request, unless the court already has these values or the same request is open."""
    before = rules.columns(record, after)
    open_requests = record.maintenance_requests.select_for_update().filter(
        kind=kind, status__in=OPEN_STATUSES
    )
    request = _new(record, kind, before, after, at, **more)
    if any(_is_same(other, request) for other in open_requests):
        return
    if _withdraw_replaced(open_requests, at):
        outcome.replaced.append(record.court.name)
    if before != after:
        request.save()
        outcome.sent.append(request)


def withdraw_updates(record: CmecfAccount, *, who: str, at: datetime) -> int:
    """Withdraw all open updates of a CM/ECF account that loses its PACER account.

    Call inside the transaction that removes the link. `who`: the clerk, as in the log. `at`: court
    time. Returns the number of withdrawn updates.
    """
    open_requests = record.maintenance_requests.filter(status__in=OPEN_STATUSES)
    return open_requests.update(
        status=RequestStatus.WITHDRAWN, decided_by=who, decided_at=at, remark=UNLINKED
    )


def _withdraw_replaced(rows: Iterable[MaintenanceRequest], at: datetime) -> int:
    """Withdraw requests that a newer one replaces; the number of them. `at`: court time."""
    count = 0
    for row in rows:
        row.status, row.decided_at, row.remark = RequestStatus.WITHDRAWN, at, REPLACED
        row.save(update_fields=["status", "decided_at", "remark"])
        count += 1
    return count


def _is_same(one: MaintenanceRequest, other: MaintenanceRequest) -> bool:
    return (one.after, one.cases, one.reason_for_update) == (
        other.after, other.cases, other.reason_for_update,
    )  # fmt: skip


def _new(
    record: CmecfAccount,
    kind: str,
    before: dict[str, str],
    after: dict[str, str],
    at: datetime,
    **more: str,
) -> MaintenanceRequest:
    return MaintenanceRequest(
        rehearsal_id=record.rehearsal_id,
        court=record.court,
        pacer_account=record.pacer_account,
        cmecf_account=record,
        kind=kind,
        before=before,
        after=after,
        submitted_at=at,
        **more,
    )


def _save(
    account: PacerAccount, typed: Mapping[str, Any], shown: str
) -> tuple[PacerAccount, Outcome]:
    """Lock and change the account. Raises Refused(STALE) if another window changed it meanwhile."""
    account = _locked(account)
    stored = rules.columns(account, typed)
    _check(rules.why_not_save(stored, typed, shown))
    names = rules.changed(stored, typed)
    _write(account, {name: typed[name] for name in names})
    return account, Outcome(changed=names)


def _write(row: PacerAccount | CmecfAccount, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def _log_and_email(account: PacerAccount, outcome: Outcome, what: str, at: datetime) -> None:
    rehearsal, who = account.rehearsal, account.log_name
    if outcome.changed:
        record_activity(rehearsal, what, at=at, who=who)
    for request in outcome.sent:
        detail = f"{request.court.code}: {request.get_kind_display()}"
        record_activity(rehearsal, "efile.update_asked", at=at, who=who, detail=detail)
    if not outcome.did_nothing:
        emails.send_updated(account, outcome.changed, outcome.sent, outcome.replaced, at=at)


def _locked(account: PacerAccount) -> PacerAccount:
    return PacerAccount.objects.select_related("rehearsal").locked().get(pk=account.pk)


def _check(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(refusal)
