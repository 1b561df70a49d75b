"""The mailed link: a token that works once, in one rehearsal, for the password it was made to replace."""

from datetime import datetime

from django.utils.crypto import constant_time_compare, salted_hmac

from cso.models import RecoveryLink
from cso.recovery.rules import RecoveryRefusal, is_alive
from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.security.one_time_links import digest, new_token


def make_link(account: PacerAccount, at: datetime) -> str:
    """The token for the letter; the account's older links die. `at`: wall time.

    It carries a stamp of the password on file: any change of that password, wherever, kills it.
    """
    RecoveryLink.objects.filter(account=account, used_at=None).delete()
    token = f"{new_token()}-{_stamp(account)}"
    RecoveryLink.objects.create(
        rehearsal_id=account.rehearsal_id, account=account, token_digest=digest(token), made_at=at
    )
    return token


def find_link(
    rehearsal: Rehearsal, token: str, at: datetime, *, lock: bool = False
) -> RecoveryLink:
    """The link of this token, alive at the wall time `at`. Raises Refused(LINK_DEAD)."""
    rows = RecoveryLink.objects.select_related("account", "account__rehearsal")
    rows = rows.select_for_update(of=("self", "account")) if lock else rows
    link = rows.filter(rehearsal=rehearsal, token_digest=digest(token)).first()
    if link is None or not is_alive(link, at) or not _is_for_this_password(link, token):
        raise Refused(RecoveryRefusal.LINK_DEAD)
    return link


def _is_for_this_password(link: RecoveryLink, token: str) -> bool:
    return constant_time_compare(token[-_STAMP:], _stamp(link.account))


_STAMP = 16


def _stamp(account: PacerAccount) -> str:
    whole = salted_hmac("cso.recovery.link", account.password, algorithm="sha256").hexdigest()
    return whole[:_STAMP]
