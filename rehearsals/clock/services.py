from datetime import UTC, datetime

from django.db import transaction

from rehearsals.activity.services import before_change, record_activity
from rehearsals.clock.court_time import second_text
from rehearsals.clock.rules import is_other_day, why_not_move_clock
from rehearsals.help.refusals import Refused
from rehearsals.models import ClockManner, CourtClock, Rehearsal

MOVED = "clock.moved"


def move_clock(
    rehearsal: Rehearsal,
    *,
    manner: str,
    wall_at: datetime,
    court_at: datetime | None = None,
    speed: float = 1.0,
    who: str = "",
    by_staff: bool = True,
) -> bool:
    """Hold or run the court clock from the instant `court_at` (aware), or follow the wall clock.

    Without `court_at` the clock is held, or runs, at its current time. `wall_at`: wall time of the
    change (UTC). Rehearsals that share the clock move too. Returns whether it is now another court
    day: then all logins have ended. Raises Refused if only the trainer may move this clock and the
    caller isn't staff.
    """
    if not by_staff and (reason := why_not_move_clock(rehearsal)):
        raise Refused(reason)
    clock, zone = rehearsal.clock, rehearsal.time_zone
    before = clock.read(wall_at)
    target = wall_at if manner == ClockManner.WALL else court_at or before
    with transaction.atomic():
        detail = f"to {second_text(target, zone)}"
        before_change(rehearsal, MOVED, at=before, who=who, detail=detail)
        Rehearsal.objects.lock(rehearsal.pk)
        lock_clock(clock)
        before = clock.read(wall_at)
        has_ended_logins = set_clock(
            clock,
            manner=manner,
            court_at=court_at or before,
            speed=speed,
            wall_at=wall_at,
            time_zone=zone,
        )
        after = clock.read(wall_at)
        detail = f"{second_text(before, zone)} to {second_text(after, zone)}, {manner}"
        record_activity(rehearsal, MOVED, at=after, who=who, detail=detail)
    return has_ended_logins


def lock_clock(clock: CourtClock) -> None:
    """Read the clock's row again and lock it until the transaction ends."""
    clock.refresh_from_db(from_queryset=CourtClock.objects.select_for_update())


def set_clock(
    clock: CourtClock,
    *,
    manner: str,
    court_at: datetime | None,
    speed: float,
    wall_at: datetime,
    time_zone: str,
) -> bool:
    """Write the locked `clock`; return whether it is now another day at a court in `time_zone`.

    Then every login of the rehearsals that use this clock has ended: a login keeps the `day_changes`
    at which it was made. `court_at` is ignored by a clock that follows the wall clock.
    """
    before = clock.read(wall_at)
    follows_wall = manner == ClockManner.WALL or court_at is None
    clock.court_at = None if follows_wall or court_at is None else court_at.astimezone(UTC)
    clock.wall_at = None if follows_wall else wall_at
    clock.manner, clock.speed = manner, speed
    has_ended_logins = is_other_day(before, clock.read(wall_at), time_zone)
    if has_ended_logins:
        clock.day_changes += 1
        clock.left_at = before
    clock.save()
    return has_ended_logins
