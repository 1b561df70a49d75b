from datetime import datetime
from typing import Any

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from rehearsals.clock.court_time import clock_text, moment_text, second_text, zone_label
from rehearsals.models import CourtClock


def next_event(court: Court, at: datetime) -> tuple[str, datetime] | None:
    """The label and time of the court's next phase change after `at` (court time), if any."""
    phase = court.phase(at)
    if phase is CourtPhase.LEGACY:
        return "CM/ECF closes", court.outage_starts_at
    if phase is CourtPhase.OUTAGE:
        return "NextGen CM/ECF opens", court.go_live_at
    return None


def changes(court: Court, at: datetime) -> list[dict[str, Any]]:
    """What an open page shows when the court's phase changes after the court time `at`."""
    starts = (court.outage_starts_at, court.go_live_at)
    return [_change(court, start) for start in starts if at < start]


def _change(court: Court, start: datetime) -> dict[str, Any]:
    zone = court.time_zone
    is_open = court.phase(start) is CourtPhase.NEXTGEN
    news = "NextGen CM/ECF is open."
    if not is_open:
        news = f"CM/ECF is closed until {moment_text(court.go_live_at, zone)}."
    time = f"{clock_text(start, zone)} {zone_label(zone, start)}"
    return {
        "epoch_ms": _epoch_ms(start),
        "sentence": f"It is {time}. {news}",
        **_phase_and_next(court, start),
    }


def _phase_and_next(court: Court, at: datetime) -> dict[str, Any]:
    phase, event = court.phase(at), next_event(court, at)
    return {
        "phase_key": phase.value,
        "phase_label": phase.label,
        "next_event_label": event[0] if event else "",
        "next_event_text": moment_text(event[1], court.time_zone) if event else "",
    }


def _epoch_ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def clock_bar(court: Court, clock: CourtClock, at: datetime) -> dict[str, Any]:
    """The context of components/clock_bar.html at the court time `at`."""
    return {
        "court_name": court.name,
        "court_time_text": second_text(at, court.time_zone),
        "time_zone": court.time_zone,
        "iso": at.isoformat(timespec="seconds"),
        "epoch_ms": _epoch_ms(at),
        "ticking": clock.is_ticking,
        "speed": clock.speed if clock.is_ticking else 0,
        "changes": changes(court, at) if clock.is_ticking else [],
        **_phase_and_next(court, at),
    }
