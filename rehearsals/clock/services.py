from datetime import UTC, datetime

from django.db import transaction

from rehearsals.activity.services import record_activity
from rehearsals.clock import clock, rules
from rehearsals.clock.court_time import second_text
from rehearsals.help.refusals import Refused
from rehearsals.models import (
    ClockManner,
    Rehearsal,
)
from rehearsals.packs.pack import get_pack


def move_clock(
    rehearsal: Rehearsal,
    *,
    manner: str,
    court_at: datetime | None = None,
    speed: float = 1.0,
    who: str = "",
    by_staff: bool = True,
) -> None:
    """Set the court clock: hold or run it at the instant `court_at` (aware), or follow the wall.

    Without `court_at` the clock is held, or runs on, at the time it shows now. Rehearsals that share
    the clock move with it; no other does. Refused when the clock is its trainer's and the mover is
    not staff.
    """
    if not by_staff and (reason := rules.why_not_move_clock(rehearsal)):
        raise Refused(reason)
    wall, dial = clock.wall_now(), rehearsal.clock
    zone = get_pack(rehearsal.pack).home.time_zone
    before = dial.read(wall)
    dial.court_at = None if manner == ClockManner.WALL else (court_at or before).astimezone(UTC)
    dial.wall_at = None if manner == ClockManner.WALL else wall
    dial.manner, dial.speed = manner, speed
    with transaction.atomic():
        Rehearsal.objects.lock(rehearsal.pk)
        dial.save()
        record_activity(
            rehearsal,
            "clock.moved",
            who=who,
            detail=f"{second_text(before, zone)} to {second_text(dial.read(wall), zone)}, {manner}",
        )
