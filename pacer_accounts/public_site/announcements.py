"""What PACER announces of the courts' moves to NextGen, each on its day. Dates come from the courts.

How long before a move PACER announces it is assumed; that it lists moves by date is not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from rehearsals.clock.court_time import clock_text, date_text, moment_text

COMING = timedelta(days=60)
CLOSING = timedelta(days=14)
FOREVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Announcement:
    """Times are court time, in UTC; `zone` is the one of the court it tells of."""

    title: str
    text: str
    published_at: datetime
    zone: str
    ends_at: datetime | None = None  # what was to come is withdrawn when it has come


def announcements(courts: Iterable[Any], at: datetime) -> list[Announcement]:
    """Those that stand at the court time `at`, the newest first."""
    every = [one for court in courts for one in _of(court)]
    standing = [one for one in every if one.published_at <= at < (one.ends_at or FOREVER)]
    return sorted(standing, key=lambda one: one.published_at, reverse=True)


def _of(court: Any) -> tuple[Announcement, ...]:
    zone, live, closed = court.time_zone, court.go_live_at, court.outage_starts_at
    day = date_text(live, zone)
    return (
        Announcement(
            f"{court.name} moves to NextGen CM/ECF on {day}",
            "Its e-filers need an individual upgraded PACER account, and must know their CM/ECF login"
            " and password.",
            live - COMING,
            zone,
            ends_at=live,
        ),
        Announcement(
            f"{court.name}: CM/ECF closes on {date_text(closed, zone)}",
            f"It is unavailable from {clock_text(closed, zone)} that day until"
            f" {moment_text(live, zone)}. PACER stays open.",
            closed - CLOSING,
            zone,
            ends_at=live,
        ),
        Announcement(
            f"{court.name} uses NextGen CM/ECF",
            f"Log in there with your PACER account. E-filers from before {day} link their CM/ECF"
            " account to it once.",
            live,
            zone,
        ),
    )
