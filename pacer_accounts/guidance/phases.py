"""Where the court's move is at a time, for advice about PACER. The court's own phases are CM/ECF's."""

from datetime import datetime, timedelta
from enum import StrEnum

from rehearsals.app_config import HomeCourt

LAST_DAY = timedelta(days=1)


class Phase(StrEnum):
    BEFORE = "before"  # legacy CM/ECF is open
    CLOSED = "closed"
    AFTER = "after"  # NextGen is open


def phase_of(court: HomeCourt, at: datetime) -> Phase:
    """The phase at the court time `at` (UTC). A phase includes the instant it begins."""
    if at < court.outage_starts_at:
        return Phase.BEFORE
    return Phase.CLOSED if at < court.go_live_at else Phase.AFTER


def closes_soon(court: HomeCourt, at: datetime) -> bool:
    """Whether CM/ECF closes within the next 24 hours."""
    return court.outage_starts_at - LAST_DAY <= at < court.outage_starts_at
