"""What the lobby says about a new rehearsal. It comes from the pack: no rehearsal exists yet."""

from dataclasses import dataclass
from datetime import datetime

from rehearsals.clock.countdown import Countdown
from rehearsals.clock.court_time import clock_text, day_text, short_day_text
from rehearsals.clock.timeline import Timeline, timeline
from rehearsals.models import ClockManner, CourtClock
from rehearsals.packs.pack import Pack


@dataclass(frozen=True)
class NewRehearsal:
    """The move as a new rehearsal begins it. Dates are in the court's own time zone."""

    court: str  # "District of New Mexico"
    go_live_day: str  # "Monday, April 20, 2020"
    closes: str  # "Fri, April 17, 3:00 pm"
    opens: str  # "Mon, April 20, 8:00 am"
    countdown: Countdown
    timeline: Timeline


def new_rehearsal(pack: Pack) -> NewRehearsal:
    """The pack's home court at its first moment, with the clock stopped: nobody has started yet."""
    court, at = pack.home, pack.moment(pack.start).at
    clock, zone = CourtClock(manner=ClockManner.HELD), court.time_zone
    return NewRehearsal(
        court=court.name,
        go_live_day=day_text(court.go_live_at, zone),
        closes=_short(court.outage_starts_at, zone),
        opens=_short(court.go_live_at, zone),
        countdown=Countdown.to(court.go_live_at, at=at, clock=clock, time_zone=zone),
        timeline=timeline(court, at),
    )


def _short(at: datetime, zone: str) -> str:
    return f"{short_day_text(at, zone)}, {clock_text(at, zone)}"
