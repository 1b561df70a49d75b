"""PACER's announcements of each court's move to NextGen, with the court's own dates.

PACER lists moves by date. How long before a move it announces one is our assumption.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from rehearsals.clock.court_time import clock_text, date_text, moment_text

MOVE_NOTICE = timedelta(days=60)
CLOSING_NOTICE = timedelta(days=14)
_NO_END = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Announcement:
    """Times are court times (UTC); `zone` is the time zone of the court it is about."""

    title: str
    text: str
    published_at: datetime
    zone: str
    ends_at: datetime | None = None


def announcements(courts: Iterable[Any], at: datetime) -> list[Announcement]:
    """The announcements published at the court time `at`, newest first."""
    all_of_them = [row for court in courts for row in _announcements_of(court)]
    current = [row for row in all_of_them if row.published_at <= at < (row.ends_at or _NO_END)]
    return sorted(current, key=lambda row: row.published_at, reverse=True)


def _announcements_of(court: Any) -> tuple[Announcement, ...]:
    zone, live, closed = court.time_zone, court.go_live_at, court.outage_starts_at
    day = date_text(live, zone)
    return (
        Announcement(
            f"{court.name} moves to NextGen CM/ECF on {day}",
            "If you e-file in this court, you need an individual, upgraded PACER account. Make sure"
            " you know your CM/ECF login and password.",
            live - MOVE_NOTICE,
            zone,
            ends_at=live,
        ),
        Announcement(
            f"{court.name}: CM/ECF closes on {date_text(closed, zone)}",
            f"CM/ECF is unavailable from {clock_text(closed, zone)} that day until"
            f" {moment_text(live, zone)}. PACER stays open.",
            closed - CLOSING_NOTICE,
            zone,
            ends_at=live,
        ),
        Announcement(
            f"{court.name} uses NextGen CM/ECF",
            f"Log in to the court's CM/ECF with your PACER account. If you e-filed there before {day},"
            " link your CM/ECF account to it once.",
            live,
            zone,
        ),
    )
