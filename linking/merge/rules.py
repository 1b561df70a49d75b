from datetime import datetime

from cmecf.models import AccountOrigin, CmecfAccount
from linking.link.refusals import LinkRefusal
from linking.link.rules import why_closed
from linking.merge.refusals import MergeRefusal


def why_not_merge(
    registered: CmecfAccount, earlier: CmecfAccount | None, reason: str, at: datetime
) -> MergeRefusal | LinkRefusal | None:
    """Whether `earlier` may take over the PACER account of `registered`. `at`: court time."""
    if refusal := why_closed(registered.court, at):
        return refusal
    if registered.origin != AccountOrigin.REGISTRATION or not registered.is_linked:
        return MergeRefusal.NOT_REGISTERED
    if earlier is None or not _is_free(earlier, registered):
        return MergeRefusal.NOT_FREE
    return None if reason.strip() else MergeRefusal.REASON_MISSING


def _is_free(earlier: CmecfAccount, registered: CmecfAccount) -> bool:
    is_earlier = earlier.origin == AccountOrigin.LEGACY and earlier.court_id == registered.court_id
    return is_earlier and earlier.is_active and not earlier.is_linked
