"""An update of personal data: PACER changes at once, and each court is asked to accept it."""

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
from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refusal, Refused

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
    """Change name and user type; ask each NextGen court that knows her by another name.

    `asks_courts`: also when the name stays as it is at PACER. `shown`: see rules.edition.
    `at`: court time. Raises Refused(STALE).
    """
    held, outcome = _save(account, typed, shown)
    if asks_courts or set(outcome.changed) & set(rules.NAME_IN_COURT):
        after = rules.columns(held, rules.NAME_IN_COURT)
        for record in queries.records(held, at):
            _ask(outcome, record, MaintenanceKind.PERSONAL, after, at)
    _tell(held, outcome, "pacer.personal_updated")
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
    """Change address and telephones; ask the chosen courts. `cases`: court code to efile.Cases.

    `at`: court time. Raises Refused(STALE).
    """
    held, outcome = _save(account, typed, shown)
    after = {"postal_address": rules.postal_address(held)}
    for record in queries.records(held, at):
        if chosen := cases.get(record.court.code):
            _ask(
                outcome, record, MaintenanceKind.ADDRESS, after, at,
                cases=chosen, reason_for_update=reason,
            )  # fmt: skip
    _tell(held, outcome, "pacer.address_updated")
    return outcome


@transaction.atomic
def set_delivery(
    *, account: PacerAccount, wanted: Mapping[str, Mapping[str, str]], shown: str, at: datetime
) -> list[MaintenanceRequest]:
    """Change where and how courts send notices: it takes effect there at once, no court decides.

    `wanted`: court code to e-mail, frequency and format. `at`: court time. Raises Refused(STALE).
    """
    held = _locked(account)
    rows = {row.court.code: row for row in queries.records(held, at)}
    now = {code: rules.columns(row, rules.DELIVERY) for code, row in rows.items()}
    known = {code: dict(values) for code, values in wanted.items() if code in now}
    _check(rules.why_not_save(now, now | known, shown))
    return [
        _deliver(rows[code], values, at) for code, values in known.items() if values != now[code]
    ]


def _deliver(record: CmecfAccount, values: dict[str, str], at: datetime) -> MaintenanceRequest:
    before = rules.columns(record, rules.DELIVERY)
    done = _new(record, MaintenanceKind.DELIVERY, before, values, at)
    done.status, done.decided_at = RequestStatus.PROCESSED, at
    done.decided_by = done.pacer_account.log_name
    done.save()
    _write(record, values)
    detail = f"{record.court.code}: {record.login}"
    record_activity(record.rehearsal, "efile.delivery_changed", who=done.decided_by, detail=detail)
    emails.send_delivery_changed(done)
    return done


def _ask(
    outcome: Outcome,
    record: CmecfAccount,
    kind: str,
    after: dict[str, str],
    at: datetime,
    **more: str,
) -> None:
    """One request, unless the court holds this already or the very same request waits there."""
    before = rules.columns(record, after)
    older = record.maintenance_requests.select_for_update().filter(
        kind=kind, status__in=OPEN_STATUSES
    )
    request = _new(record, kind, before, after, at, **more)
    if any(_is_same(one, request) for one in older):
        return
    if _withdraw(older, at):
        outcome.replaced.append(record.court.name)
    if before != after:
        request.save()
        outcome.sent.append(request)


def withdraw_updates(record: CmecfAccount, *, who: str, at: datetime) -> int:
    """Withdraw all open updates of a CM/ECF account that loses its PACER account.

    Call inside the transaction that removes the link. `who`: the clerk, as in the log. `at`: court
    time. Returns the number of withdrawn updates.
    """
    waiting = record.maintenance_requests.filter(status__in=OPEN_STATUSES)
    return waiting.update(
        status=RequestStatus.WITHDRAWN, decided_by=who, decided_at=at, remark=UNLINKED
    )


def _withdraw(rows: Iterable[MaintenanceRequest], at: datetime) -> int:
    """Older requests give way to a newer one. `at`: court time. How many there were."""
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
    """The account, locked and changed, unless the page was older than another window's change."""
    held = _locked(account)
    now = rules.columns(held, typed)
    _check(rules.why_not_save(now, typed, shown))
    names = rules.changed(now, typed)
    _write(held, {name: typed[name] for name in names})
    return held, Outcome(changed=names)


def _write(row: PacerAccount | CmecfAccount, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))


def _tell(held: PacerAccount, outcome: Outcome, what: str) -> None:
    if outcome.changed:
        record_activity(held.rehearsal, what, who=held.log_name)
    for request in outcome.sent:
        detail = f"{request.court.code}: {request.get_kind_display()}"
        record_activity(held.rehearsal, "efile.update_asked", who=held.log_name, detail=detail)
    if not outcome.did_nothing:
        emails.send_updated(held, outcome.changed, outcome.sent, outcome.replaced)


def _locked(account: PacerAccount) -> PacerAccount:
    rows = PacerAccount.objects.select_related("rehearsal").select_for_update(of=("self",))
    return rows.get(pk=account.pk)


def _check(refusal: Refusal | None) -> None:
    if refusal:
        raise Refused(refusal)
