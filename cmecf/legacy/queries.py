from datetime import datetime

from django.urls import reverse

from cmecf.legacy.rules import is_locked_by_court, lockout_scope
from cmecf.models import CmecfAccount
from rehearsals.models import Rehearsal
from rehearsals.security import login_attempts
from rehearsals.staff.queues import WorkQueue


def locked_accounts(rehearsal: Rehearsal, *, wall_at: datetime) -> set[int]:
    """Primary keys of CM/ECF accounts that can't sign in now: locked by the court, or after wrong passwords.

    `wall_at`: wall time (UTC).
    """
    by_court: dict[str, list[CmecfAccount]] = {}
    for account in rehearsal.cmecf_accounts.select_related("court"):
        by_court.setdefault(account.court.code, []).append(account)
    locked = set()
    for code, accounts in by_court.items():
        logins = [account.login for account in accounts]
        names = login_attempts.locked_among(rehearsal, lockout_scope(code), logins, at=wall_at)
        locked |= {
            account.pk
            for account in accounts
            if is_locked_by_court(account) or (account.login in names and not account.is_linked)
        }
    return locked


def locked_logins(
    rehearsal: Rehearsal, *, at: datetime, wall_at: datetime
) -> tuple[WorkQueue, ...]:
    """For the staff home page: CM/ECF logins that are locked."""
    return (
        WorkQueue(
            label="Locked logins",
            count=len(locked_accounts(rehearsal, wall_at=wall_at)),
            url=f"{reverse('admin:cmecf_cmecfaccount_changelist')}?state=locked",
            empty="No login is locked. A login that you or six wrong passwords lock appears here.",
            permission="cmecf.view_cmecfaccount",
            order=40,
        ),
    )
