"""Which requests and records a PACER account has, court by court."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from efile.choices import OPEN_STATUSES
from efile.models import CourtRequest, EfileRegistration
from pacer_accounts.models import PacerAccount


def record_of(account: PacerAccount, court: Court) -> CmecfAccount | None:
    """Her record in this court: linked or registered, open or closed."""
    return account.cmecf_accounts.filter(court=court).first()


def open_request_of(account: PacerAccount, court: Court) -> EfileRegistration | None:
    rows = account.efileregistrations.filter(court=court, status__in=OPEN_STATUSES)
    return rows.first()


def earlier_accounts(account: PacerAccount, court: Court) -> QuerySet[CmecfAccount]:
    """Unlinked CM/ECF accounts of this court that look like hers: then she links, and asks for nothing."""
    return _unlinked_like(account).filter(court=court)


def _unlinked_like(account: PacerAccount) -> QuerySet[CmecfAccount]:
    same_name = Q(first_name__iexact=account.first_name, last_name__iexact=account.last_name)
    alike = same_name | (Q(email__iexact=account.email) if account.email else Q())
    unlinked = CmecfAccount.objects.filter(rehearsal_id=account.rehearsal_id, pacer_account=None)
    return unlinked.filter(alike, is_active=True)


@dataclass(frozen=True)
class CourtStanding:
    """How one account stands in one court. `phase`: at the court time it was asked."""

    court: Court
    phase: CourtPhase
    record: CmecfAccount | None
    request: EfileRegistration | None
    has_earlier: bool = False  # an unlinked CM/ECF account there looks like hers

    @property
    def may_file(self) -> bool:
        return self.record is not None and self.record.is_active


def standings(account: PacerAccount, at: datetime) -> list[CourtStanding]:
    """One row for each court of the rehearsal, by name; four queries, whatever their number."""
    records = {record.court_id: record for record in account.cmecf_accounts.all()}
    rows = account.efileregistrations.filter(status__in=OPEN_STATUSES)
    waiting = {row.court_id: row for row in rows}
    earlier = set(_unlinked_like(account).values_list("court_id", flat=True))
    return [
        CourtStanding(
            court,
            court.phase(at),
            records.get(court.pk),
            waiting.get(court.pk),
            court.pk in earlier,
        )
        for court in Court.objects.filter(rehearsal_id=account.rehearsal_id).order_by("name")
    ]


def history(account: PacerAccount) -> list[CourtRequest]:
    """Everything this account asked of courts, newest first."""
    return sorted(_requests(account), key=lambda row: (row.submitted_at, row.pk), reverse=True)


def _requests(account: PacerAccount) -> Iterator[CourtRequest]:
    yield from account.efileregistrations.select_related("court")
    yield from account.maintenancerequests.select_related("court")
