"""What the clock bar says: court time, the court's phase, and what comes next."""

from datetime import datetime
from typing import Any

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from rehearsals.clock.court_time import moment_text, second_text
from rehearsals.models import CourtClock


def next_event(court: Court, at: datetime) -> tuple[str, datetime] | None:
    """The next change at the court after `at` (court time), or None when all has happened."""
    phase = court.phase(at)
    if phase is CourtPhase.LEGACY:
        return "CM/ECF closes", court.outage_starts_at
    if phase is CourtPhase.OUTAGE:
        return "NextGen CM/ECF opens", court.go_live_at
    return None


def clock_bar(court: Court, dial: CourtClock, at: datetime) -> dict[str, Any]:
    """The bar's words and the numbers its script ticks on with. `at`: court time."""
    phase, coming = court.phase(at), next_event(court, at)
    return {
        "court_name": court.name,
        "court_time_text": second_text(at, court.time_zone),
        "time_zone": court.time_zone,
        "iso": at.isoformat(timespec="seconds"),
        "epoch_ms": int(at.timestamp() * 1000),
        "ticking": dial.is_ticking,
        "speed": dial.speed if dial.is_ticking else 0,
        "phase_key": phase.value,
        "phase_label": phase.label,
        "next_event_label": coming[0] if coming else "",
        "next_event_text": moment_text(coming[1], court.time_zone) if coming else "",
        "next_event_epoch_ms": int(coming[1].timestamp() * 1000) if coming else None,
    }
