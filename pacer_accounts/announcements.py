"""What PACER announces of the courts' moves to NextGen, each on its day. Dates come from the courts.

How long before a move PACER announces it is assumed; that it lists moves by date is not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rehearsals.court_time import clock_text, date_text, moment_text

COMING = timedelta(days=60)
CLOSING = timedelta(days=14)


@dataclass(frozen=True)
class Announcement:
    """`published_at` is court time, in UTC; `zone` is the one of the court it tells of."""

    title: str
    text: str
    published_at: datetime
    zone: str


def announcements(courts: Iterable[Any], at: datetime) -> list[Announcement]:
    """Those published by the court time `at`, the newest first."""
    every = [one for court in courts for one in _of(court)]
    read = [one for one in every if one.published_at <= at]
    return sorted(read, key=lambda one: one.published_at, reverse=True)


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
        ),
        Announcement(
            f"{court.name}: CM/ECF closes on {date_text(closed, zone)}",
            f"It is unavailable from {clock_text(closed, zone)} that day until"
            f" {moment_text(live, zone)}. PACER stays open.",
            closed - CLOSING,
            zone,
        ),
        Announcement(
            f"{court.name} uses NextGen CM/ECF",
            f"Log in there with your PACER account. E-filers from before {day} link their CM/ECF"
            " account to it once.",
            live,
            zone,
        ),
    )
