from datetime import datetime

from django.db import transaction

from cmecf.models import AccountOrigin, CmecfAccount
from efile.updates.services import withdraw_updates
from linking.unlink import emails
from linking.unlink.rules import why_not_unlink
from rehearsals.activity.services import before_change, record_activity
from rehearsals.help.refusals import Refused

UNDONE = "link.undone"


@transaction.atomic
def unlink(*, account: CmecfAccount, reason: str, who: str, at: datetime) -> CmecfAccount:
    """Undo a wrong link. The login can be linked again after a password reset.

    An account that an e-file registration created has no login to go back to, so it is closed.
    `reason`: required, kept in the log. `who`: the clerk, as in the log. `at`: court time.
    Raises Refused(UnlinkRefusal).
    """
    detail = f"{account.court.code}: {account.log_name}"
    before_change(account.rehearsal, UNDONE, at=at, who=who, detail=detail)
    account = _locked(account)
    pacer_account = account.pacer_account
    if refusal := why_not_unlink(account, reason):
        raise Refused(refusal)
    assert pacer_account is not None
    account.pacer_account = account.linked_at = None
    if account.origin == AccountOrigin.REGISTRATION:
        account.is_active = False
    else:
        account.must_reset_password = True
    account.save(update_fields=["pacer_account", "linked_at", "must_reset_password", "is_active"])
    withdraw_updates(account, who=who, at=at)
    detail = f"{account.log_name} from {pacer_account.log_name}: {reason.strip()}"
    detail = f"{account.court.code}: {detail}"
    record_activity(account.rehearsal, UNDONE, at=at, who=who, detail=detail)
    emails.send_unlinked(account, pacer_account, reason.strip(), at=at)
    return account


def _locked(account: CmecfAccount) -> CmecfAccount:
    rows = CmecfAccount.objects.select_related("court", "pacer_account", "rehearsal")
    return rows.locked().get(pk=account.pk)
