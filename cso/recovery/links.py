"""E-mailed links: tokens that work once, in one rehearsal, to replace one particular password."""

from datetime import datetime

from django.utils.crypto import constant_time_compare, salted_hmac

from cso.models import RecoveryLink
from cso.recovery.rules import RecoveryRefusal, is_alive
from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.security.one_time_links import digest, new_token

_STAMP_LENGTH = 16


def make_link(account: PacerAccount, wall_at: datetime) -> str:
    """Return the token for the e-mail; the account's older links stop working.

    The token carries a stamp of the current password, so it stops working when the password changes.
    """
    RecoveryLink.objects.filter(account=account, used_at=None).delete()
    token = f"{new_token()}-{_stamp(account)}"
    RecoveryLink.objects.create(
        rehearsal_id=account.rehearsal_id,
        account=account,
        token_digest=digest(token),
        made_at=wall_at,
    )
    return token


def find_link(
    rehearsal: Rehearsal, token: str, wall_at: datetime, *, lock: bool = False
) -> RecoveryLink:
    """The link of this token, if it still works at this wall time. Raises Refused(LINK_DEAD)."""
    rows = RecoveryLink.objects.select_related("account", "account__rehearsal")
    rows = rows.select_for_update(of=("self", "account")) if lock else rows
    link = rows.filter(rehearsal=rehearsal, token_digest=digest(token)).first()
    if link is None or not is_alive(link, wall_at) or not _is_for_this_password(link, token):
        raise Refused(RecoveryRefusal.LINK_DEAD)
    return link


def _is_for_this_password(link: RecoveryLink, token: str) -> bool:
    return constant_time_compare(token[-_STAMP_LENGTH:], _stamp(link.account))


def _stamp(account: PacerAccount) -> str:
    stamp = salted_hmac("cso.recovery.link", account.password, algorithm="sha256").hexdigest()
    return stamp[:_STAMP_LENGTH]
