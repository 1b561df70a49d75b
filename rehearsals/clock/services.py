from datetime import UTC, datetime

from django.db import transaction

from rehearsals.activity.services import before_change, record_activity
from rehearsals.clock.court_time import second_text
from rehearsals.clock.rules import why_not_move_clock
from rehearsals.help.refusals import Refused
from rehearsals.models import ClockManner, Rehearsal

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
) -> None:
    """Hold or run the court clock from the instant `court_at` (aware), or follow the wall clock.

    Without `court_at` the clock is held, or runs, at its current time. `wall_at`: wall time of the
    change (UTC). Rehearsals that share the clock move too. Raises Refused if only the trainer may move
    this clock and the caller isn't staff.
    """
    if not by_staff and (reason := why_not_move_clock(rehearsal)):
        raise Refused(reason)
    clock, zone = rehearsal.clock, rehearsal.time_zone
    before = clock.read(wall_at)
    follows_wall = manner == ClockManner.WALL
    clock.court_at = None if follows_wall else (court_at or before).astimezone(UTC)
    clock.wall_at = None if follows_wall else wall_at
    clock.manner, clock.speed = manner, speed
    after = clock.read(wall_at)
    detail = f"{second_text(before, zone)} to {second_text(after, zone)}, {manner}"
    with transaction.atomic():
        before_change(rehearsal, MOVED, at=before, who=who, detail=f"to {second_text(after, zone)}")
        Rehearsal.objects.lock(rehearsal.pk)
        clock.save()
        record_activity(rehearsal, MOVED, at=after, who=who, detail=detail)
