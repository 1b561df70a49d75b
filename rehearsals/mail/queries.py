from datetime import datetime

from django.urls import reverse

from rehearsals.models import Rehearsal
from rehearsals.staff.queues import WorkQueue


def undelivered_mail(
    rehearsal: Rehearsal, *, at: datetime, wall_at: datetime
) -> tuple[WorkQueue, ...]:
    """For the staff home page: mail that didn't arrive."""
    return (
        WorkQueue(
            label="Undelivered mail",
            count=rehearsal.mails.filter(is_delivered=False).count(),
            url=f"{reverse('admin:rehearsals_mail_changelist')}?state=undelivered",
            empty="All mail has arrived. Mail to a dead address appears here: correct the e-mail on file.",
            permission="rehearsals.view_mail",
            order=50,
        ),
    )
