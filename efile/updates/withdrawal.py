"""What becomes of open updates when the record that they would change loses its PACER account."""

from datetime import datetime

from cmecf.models import CmecfAccount
from efile.choices import OPEN_STATUSES, RequestStatus

REMARK = (
    "The court undid the tie between your PACER account and this record. Send the update again."
)


def withdraw_updates(record: CmecfAccount, *, who: str, at: datetime) -> int:
    """Close the open updates of `record`; how many. Call inside the transaction that unties it.

    `who`: the clerk as in the log. `at`: court time.
    """
    waiting = record.maintenance_requests.filter(status__in=OPEN_STATUSES)
    return waiting.update(
        status=RequestStatus.WITHDRAWN, decided_by=who, decided_at=at, remark=REMARK
    )
