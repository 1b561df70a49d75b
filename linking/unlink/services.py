from django.db import transaction

from cmecf.models import CameBy, CmecfAccount
from efile.updates.withdrawal import withdraw_updates
from linking.unlink import emails
from linking.unlink.rules import why_not_unlink
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused


def unlink(account: CmecfAccount, *, reason: str, who: str) -> CmecfAccount:
    """Undo a wrong link: the login can be linked again once its password has been reset.

    `reason` is required and kept; `who` is the clerk. Raises Refused with an UnlinkRefusal. Whoever
    filed through the link loses Civil and Criminal on the next page.
    """
    with transaction.atomic():
        held = (
            CmecfAccount.objects.select_for_update(of=("self",))
            .select_related("court", "pacer_account", "rehearsal")
            .get(pk=account.pk)
        )
        if refusal := why_not_unlink(held, reason):
            raise Refused(refusal)
        before = held.pacer_account
        held.pacer_account = held.linked_at = None
        if held.came_by == CameBy.REGISTRATION:  # no login to go back to: the record is closed
            held.is_active = False
        else:
            held.must_reset_password = True
        held.save(update_fields=["pacer_account", "linked_at", "must_reset_password", "is_active"])
        withdraw_updates(held, who=who, at=clock.now())
        record_activity(
            held.rehearsal,
            "link.undone",
            who=who,
            detail=f"{held.court.code}: {held.log_name} from {before.log_name}: {reason.strip()}",
        )
        emails.send_unlinked(held, before, reason.strip())
    return held
