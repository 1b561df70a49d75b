"""A PACER account's requests to courts, and its status in each court."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from efile.choices import OPEN_STATUSES
from efile.models import EfileRegistration, RequestToCourt
from efile.registration.queries import similar_accounts
from pacer_accounts.models import PacerAccount


@dataclass(frozen=True)
class CourtStatus:
    """Whether a PACER account may file in a court.

    `phase`: the court's phase at the time of the query. `record`: the account's CM/ECF account there.
    `request`: an open registration. `has_earlier`: an unlinked CM/ECF account looks like the user's.
    """

    court: Court
    phase: CourtPhase
    record: CmecfAccount | None
    request: EfileRegistration | None
    has_earlier: bool = False

    @property
    def may_file(self) -> bool:
        return self.record is not None and self.record.is_active


def court_statuses(account: PacerAccount, at: datetime) -> list[CourtStatus]:
    """A row for each court of the rehearsal, by name, in four queries. `at`: court time."""
    records = {record.court_id: record for record in account.cmecf_accounts.all()}
    requests = account.efileregistrations.filter(status__in=OPEN_STATUSES)
    open_requests = {request.court_id: request for request in requests}
    earlier = set(similar_accounts(account).values_list("court_id", flat=True))
    return [
        CourtStatus(
            court,
            court.phase(at),
            records.get(court.pk),
            open_requests.get(court.pk),
            court.pk in earlier,
        )
        for court in Court.objects.filter(rehearsal_id=account.rehearsal_id).order_by("name")
    ]


def history(account: PacerAccount) -> list[RequestToCourt]:
    """Everything this account asked of courts, newest first."""
    return sorted(_requests(account), key=lambda row: (row.submitted_at, row.pk), reverse=True)


def _requests(account: PacerAccount) -> Iterator[RequestToCourt]:
    yield from account.efileregistrations.select_related("court")
    yield from account.maintenancerequests.select_related("court")
