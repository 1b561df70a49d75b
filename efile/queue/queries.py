from datetime import datetime

from django.urls import reverse

from efile.models import EfileRegistration, MaintenanceRequest
from rehearsals.models import Rehearsal
from rehearsals.staff.queues import WorkQueue


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
            empty="Nothing waits. A request appears here when an attorney asks for permission to e-file.",
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
