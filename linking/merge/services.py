"""Two records of one filer in one court: the earlier one takes the PACER account over.

She registered although she should have linked, and the court approved it.
"""

from datetime import datetime

from django.db import transaction

from cmecf.models import CameBy, CmecfAccount
from efile.updates.withdrawal import withdraw_updates
from linking.link.refusals import LinkRefusal
from linking.link.rules import why_closed
from linking.merge import emails
from linking.merge.refusals import MergeRefusal
from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refused


def why_not_merge(
    registered: CmecfAccount, earlier: CmecfAccount | None, reason: str, at: datetime
) -> MergeRefusal | LinkRefusal | None:
    """Whether `earlier` may take over what `registered` files with. `at`: court time."""
    if refusal := why_closed(registered.court, at):
        return refusal
    if registered.came_by != CameBy.REGISTRATION or not registered.is_linked:
        return MergeRefusal.NOT_REGISTERED
    if earlier is None or not _is_free(earlier, registered):
        return MergeRefusal.NOT_FREE
    return None if reason.strip() else MergeRefusal.REASON_MISSING


def _is_free(earlier: CmecfAccount, registered: CmecfAccount) -> bool:
    is_old = earlier.came_by == CameBy.LEGACY and earlier.court_id == registered.court_id
    return is_old and earlier.is_active and not earlier.is_linked


@transaction.atomic
def merge(
    registered: CmecfAccount, *, earlier_id: int, reason: str, who: str, at: datetime
) -> CmecfAccount:
    """Link the earlier record, close the registration-born one; the earlier record.

    `who`: the clerk as in the log. `at`: court time. Raises Refused with a MergeRefusal, or with a
    LinkRefusal where the court is not on NextGen.
    """
    held, earlier = _held(registered, earlier_id)
    if refusal := why_not_merge(held, earlier, reason, at):
        raise Refused(refusal)
    pacer_account = held.pacer_account
    held.pacer_account, held.linked_at, held.is_active = None, None, False
    held.save(update_fields=["pacer_account", "linked_at", "is_active"])
    withdraw_updates(held, who=who, at=at)
    earlier.pacer_account, earlier.linked_at = pacer_account, at
    earlier.save(update_fields=["pacer_account", "linked_at"])
    record_activity(
        held.rehearsal,
        "link.merged",
        who=who,
        detail=f"{held.court.code}: {held.log_name} into {earlier.log_name}: {reason.strip()}",
    )
    emails.send_merged(earlier, held, reason.strip())
    return earlier


def _held(registered: CmecfAccount, earlier_id: int) -> tuple[CmecfAccount, CmecfAccount | None]:
    """Both rows, locked in one order, so that two clerks never wait for each other."""
    rows = (
        CmecfAccount.objects.select_for_update(of=("self",))
        .select_related("court", "pacer_account", "rehearsal")
        .filter(rehearsal=registered.rehearsal_id, pk__in=[registered.pk, earlier_id])
        .order_by("pk")
    )
    found = {row.pk: row for row in rows}
    earlier = found.get(earlier_id) if earlier_id != registered.pk else None
    return found[registered.pk], earlier
