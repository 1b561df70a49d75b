from datetime import datetime

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from efile.choices import OPEN_STATUSES
from efile.models import MaintenanceRequest
from efile.updates.rules import takes_updates
from pacer_accounts.models import PacerAccount


def records(account: PacerAccount, at: datetime) -> list[CmecfAccount]:
    """The account's CM/ECF accounts in NextGen courts at the court time `at`, by court name."""
    rows = account.cmecf_accounts.select_related("court").order_by("court__name")
    return [row for row in rows if takes_updates(row, at)]


def waiting(account: PacerAccount, kind: str) -> dict[int, MaintenanceRequest]:
    """Open requests of this kind (MaintenanceKind), by the court's primary key."""
    rows = account.maintenancerequests.filter(kind=kind, status__in=OPEN_STATUSES)
    return {row.court_id: row for row in rows}


def legacy_courts(account: PacerAccount, at: datetime) -> list[Court]:
    """Courts not on NextGen yet. They keep filers' e-mail and postal addresses themselves."""
    rows = Court.objects.filter(rehearsal_id=account.rehearsal_id).order_by("name")
    return [court for court in rows if court.phase(at) is CourtPhase.LEGACY]
