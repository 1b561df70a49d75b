"""The three phases of a court's move, from its two dates (seed: 17 April 3:00 pm, 20 April 8:00 am)."""

from datetime import datetime
from enum import StrEnum


class CourtPhase(StrEnum):
    LEGACY = "legacy"
    OUTAGE = "outage"
    NEXTGEN = "nextgen"

    @property
    def label(self) -> str:
        return {"legacy": "Legacy CM/ECF", "outage": "Outage", "nextgen": "NextGen"}[self.value]


def phase_at(outage_starts_at: datetime, go_live_at: datetime, at: datetime) -> CourtPhase:
    """The phase at `at`; both edges belong to what begins then. All datetimes aware."""
    if at < outage_starts_at:
        return CourtPhase.LEGACY
    return CourtPhase.OUTAGE if at < go_live_at else CourtPhase.NEXTGEN
