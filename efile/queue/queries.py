from datetime import datetime
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.urls import reverse

from efile.choices import RequestStatus
from efile.models import EfileRegistration, MaintenanceRequest
from rehearsals.models import Rehearsal
from rehearsals.staff.queues import WorkQueue

Row = TypeVar("Row", EfileRegistration, MaintenanceRequest)


def other_waiting(row: Row) -> QuerySet[Row]:
    """The other requests of the kind of `row` that wait in its rehearsal, oldest first."""
    rows: QuerySet[Row] = type(row)._default_manager.filter(
        rehearsal=row.rehearsal_id, status=RequestStatus.SUBMITTED
    )
    return rows.exclude(pk=row.pk).order_by("submitted_at", "pk")


def next_waiting(row: Row) -> Row | None:
    """The request that a clerk looks at after `row`: the next one in the queue, else the first."""
    others = other_waiting(row)
    at = row.submitted_at
    return others.filter(Q(submitted_at__gt=at) | Q(submitted_at=at, pk__gt=row.pk)).first() or (
        others.first()
    )


def waiting_requests(
    rehearsal: Rehearsal, *, at: datetime, wall_at: datetime
) -> tuple[WorkQueue, ...]:
    """For the staff home page: requests and updates that the court hasn't decided."""
    registrations = EfileRegistration.objects.waiting().filter(rehearsal=rehearsal)
    updates = MaintenanceRequest.objects.waiting().filter(rehearsal=rehearsal)
    return (
        WorkQueue(
            label="Requests to e-file waiting",
            count=registrations.count(),
            url=f"{reverse('admin:efile_efileregistration_changelist')}?state=waiting",
            empty="Nothing waits. A request appears here when someone asks for permission to e-file.",
            permission="efile.view_efileregistration",
            order=10,
        ),
        WorkQueue(
            label="Updates waiting",
            count=updates.count(),
            url=f"{reverse('admin:efile_maintenancerequest_changelist')}?state=waiting",
            empty="Nothing waits. An update appears here when a filer changes a name or an address.",
            permission="efile.view_maintenancerequest",
            order=20,
        ),
    )
