from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from cmecf.courts.activity import before_change_at_court, record_at_court
from cmecf.models import CmecfAccount
from cmecf.noticing import emails

CHANGED = "cmecf.noticing_changed"


@transaction.atomic
def change_noticing(*, account: CmecfAccount, values: Mapping[str, str], at: datetime) -> bool:
    """Set the secondary addresses, frequency and format of notices; whether anything changed.

    `values`: those of NoticingForm. `at`: court time.
    """
    if all(getattr(account, name) == value for name, value in values.items()):
        return False
    before_change_at_court(account, CHANGED, at=at)
    for name, value in values.items():
        setattr(account, name, value)
    account.save(update_fields=list(values))
    record_at_court(account.court, CHANGED, at=at, who=account)
    emails.send_noticing_changed(account, at=at)
    return True
