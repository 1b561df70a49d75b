from datetime import datetime

from django.urls import reverse

from cmecf.legacy.login_states import LOCKED, with_login_state
from rehearsals.models import Rehearsal
from rehearsals.staff.queues import WorkQueue


def locked_logins(
    rehearsal: Rehearsal, *, at: datetime, wall_at: datetime
) -> tuple[WorkQueue, ...]:
    """For the staff home page: CM/ECF logins that are locked by the court or after wrong passwords."""
    accounts = with_login_state(rehearsal.cmecf_accounts.all(), rehearsal, wall_at=wall_at)
    return (
        WorkQueue(
            label="Locked logins",
            count=accounts.filter(login_state__in=LOCKED).count(),
            url=f"{reverse('admin:cmecf_cmecfaccount_changelist')}?state=locked",
            empty="No login is locked. A login that you or six wrong passwords lock appears here.",
            permission="cmecf.view_cmecfaccount",
            order=40,
        ),
    )
