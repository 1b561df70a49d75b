"""Phases of a court's move (seed: outage April 17 at 3:00 pm, go-live April 20 at 8:00 am)."""

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
    """The phase at `at`. A phase includes the instant it begins. All datetimes are aware."""
    if at < outage_starts_at:
        return CourtPhase.LEGACY
    return CourtPhase.OUTAGE if at < go_live_at else CourtPhase.NEXTGEN
