from datetime import datetime

from django.db import transaction
from django.utils.module_loading import import_string

from cmecf.models import CmecfAccount
from efile.updates.services import withdraw_updates
from linking.merge import emails
from linking.merge.rules import why_not_merge
from rehearsals.activity.services import before_change, record_activity
from rehearsals.app_config import declarations
from rehearsals.help.refusals import Refused

MERGED = "link.merged"


@transaction.atomic
def merge(
    *, registered: CmecfAccount, earlier_id: int, reason: str, who: str, at: datetime
) -> CmecfAccount:
    """Move the PACER account of `registered` to the filer's earlier account, and close `registered`.

    For a filer who registered to e-file instead of linking. The cases, filings and notices of `registered`
    move too (`accounts_merged`). `who`: the clerk, as in the log. `at`:
    court time. Raises Refused with a MergeRefusal, or with a LinkRefusal if the court is not on
    NextGen. Returns the earlier account.
    """
    detail = f"{registered.court.code}: {registered.log_name}"
    before_change(registered.rehearsal, MERGED, at=at, who=who, detail=detail)
    registered, earlier = _locked(registered, earlier_id)
    if refusal := why_not_merge(registered, earlier, reason, at):
        raise Refused(refusal)
    pacer_account = registered.pacer_account
    assert earlier is not None
    assert pacer_account is not None
    registered.pacer_account, registered.linked_at, registered.is_active = None, None, False
    registered.save(update_fields=["pacer_account", "linked_at", "is_active"])
    withdraw_updates(registered, who=who, at=at)
    earlier.pacer_account, earlier.linked_at = pacer_account, at
    earlier.save(update_fields=["pacer_account", "linked_at"])
    for path in declarations("accounts_merged"):
        import_string(path)(kept=earlier, closed=registered, at=at)
    detail = f"{registered.log_name} into {earlier.log_name}: {reason.strip()}"
    record_activity(
        registered.rehearsal,
        MERGED,
        at=at,
        who=who,
        detail=f"{registered.court.code}: {detail}",
    )
    emails.send_merged(earlier, pacer_account, registered, reason.strip(), at=at)
    return earlier


def _locked(registered: CmecfAccount, earlier_id: int) -> tuple[CmecfAccount, CmecfAccount | None]:
    """Both rows, locked in the order of their keys, so that two clerks can't deadlock."""
    rows = (
        CmecfAccount.objects.select_related("court", "pacer_account", "rehearsal")
        .locked()
        .filter(rehearsal=registered.rehearsal_id, pk__in=[registered.pk, earlier_id])
        .order_by("pk")
    )
    accounts = {account.pk: account for account in rows}
    earlier = accounts.get(earlier_id) if earlier_id != registered.pk else None
    return accounts[registered.pk], earlier
