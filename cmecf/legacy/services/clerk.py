"""What the court's help desk does for a filer's login. Each act is in the log, with the clerk's name."""

from datetime import datetime

from django.db import transaction

from cmecf.courts.activity import note
from cmecf.legacy.rules import lockout_scope, why_not_unlock
from cmecf.legacy.services.passwords import mail_reset_link
from cmecf.models import CmecfAccount
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused
from rehearsals.security import login_attempts


@transaction.atomic
def lock(*, account: CmecfAccount, by: str) -> None:
    """Close a login: it neither signs in nor can be linked until a clerk unlocks it."""
    account.is_active = False
    account.save(update_fields=["is_active"])
    note(account.court, "cmecf.locked", who=account, detail=f"by {by}")


@transaction.atomic
def unlock(*, account: CmecfAccount, by: str) -> None:
    """Open a login again and forget its failed tries. Raises Refused(RECORD_ENDED)."""
    if refusal := why_not_unlock(account):
        raise Refused(refusal)
    account.is_active = True
    account.save(update_fields=["is_active"])
    login_attempts.clear_attempts(
        account.court.rehearsal, lockout_scope(account.court.code), account.login
    )
    note(account.court, "cmecf.unlocked", who=account, detail=f"by {by}")


def mail_reset(*, account: CmecfAccount, by: str, at_wall: datetime) -> None:
    """Mail a one-use reset link to the e-mail on file; a linked login gets the letter that says so."""
    note(account.court, "cmecf.reset_by_clerk", who=account, detail=f"by {by}")
    mail_reset_link(account, account.court.phase(clock.now()), at_wall)
