"""Where an account files, and which updates of its data wait there."""

from datetime import datetime

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from efile.choices import OPEN_STATUSES
from efile.models import MaintenanceRequest
from efile.updates.rules import takes_updates
from pacer_accounts.models import PacerAccount


def records(account: PacerAccount, at: datetime) -> list[CmecfAccount]:
    """Her records in the NextGen courts where she files at the court time `at`, by court."""
    rows = account.cmecf_accounts.select_related("court").order_by("court__name")
    return [row for row in rows if takes_updates(row, at)]


def waiting(account: PacerAccount, kind: str) -> dict[int, MaintenanceRequest]:
    """The open requests of this kind, by court id."""
    rows = account.maintenancerequests.filter(kind=kind, status__in=OPEN_STATUSES)
    return {row.court_id: row for row in rows}


def legacy_courts(account: PacerAccount, at: datetime) -> list[Court]:
    """Courts still on their own CM/ECF: they keep e-mail and address themselves."""
    rows = Court.objects.filter(rehearsal_id=account.rehearsal_id).order_by("name")
    return [court for court in rows if court.phase(at) is CourtPhase.LEGACY]
