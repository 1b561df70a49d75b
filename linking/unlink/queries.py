from datetime import datetime

from django.urls import reverse

from pacer_accounts.profile.rules import names_agree
from rehearsals.models import Rehearsal
from rehearsals.staff.queues import WorkQueue


def links_with_other_names(rehearsal: Rehearsal) -> list[int]:
    """Primary keys of the links whose CM/ECF name and PACER name differ."""
    linked = rehearsal.cmecf_accounts.linked().select_related("pacer_account")
    return [
        account.pk
        for account in linked
        if account.pacer_account and not names_agree(account, account.pacer_account)
    ]


def links_to_check(
    rehearsal: Rehearsal, *, at: datetime, wall_at: datetime
) -> tuple[WorkQueue, ...]:
    """For the staff home page: links whose names differ, which may be wrong."""
    return (
        WorkQueue(
            label="Links whose names differ",
            count=len(links_with_other_names(rehearsal)),
            url=f"{reverse('admin:linking_link_changelist')}?names=differ",
            empty="All names agree. A link appears here if the CM/ECF name and the PACER name differ.",
            permission="linking.view_link",
            order=30,
        ),
    )
