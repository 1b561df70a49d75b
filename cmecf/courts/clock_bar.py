from datetime import datetime
from typing import Any

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from rehearsals.clock.court_time import moment_text, second_text
from rehearsals.models import CourtClock


def next_event(court: Court, at: datetime) -> tuple[str, datetime] | None:
    """The label and time of the court's next phase change after `at` (court time), if any."""
    phase = court.phase(at)
    if phase is CourtPhase.LEGACY:
        return "CM/ECF closes", court.outage_starts_at
    if phase is CourtPhase.OUTAGE:
        return "NextGen CM/ECF opens", court.go_live_at
    return None


def clock_bar(court: Court, clock: CourtClock, at: datetime) -> dict[str, Any]:
    """The context of components/clock_bar.html at the court time `at`."""
    phase, event = court.phase(at), next_event(court, at)
    return {
        "court_name": court.name,
        "court_time_text": second_text(at, court.time_zone),
        "time_zone": court.time_zone,
        "iso": at.isoformat(timespec="seconds"),
        "epoch_ms": int(at.timestamp() * 1000),
        "ticking": clock.is_ticking,
        "speed": clock.speed if clock.is_ticking else 0,
        "phase_key": phase.value,
        "phase_label": phase.label,
        "next_event_label": event[0] if event else "",
        "next_event_text": moment_text(event[1], court.time_zone) if event else "",
        "next_event_epoch_ms": int(event[1].timestamp() * 1000) if event else None,
    }
