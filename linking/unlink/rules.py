from cmecf.models import CmecfAccount
from linking.unlink.refusals import UnlinkRefusal


def why_not_unlink(cmecf_account: CmecfAccount, reason: str) -> UnlinkRefusal | None:
    """A clerk may undo a wrong link and must give a reason."""
    if not cmecf_account.is_linked:
        return UnlinkRefusal.NOT_LINKED
    return None if reason.strip() else UnlinkRefusal.REASON_MISSING
