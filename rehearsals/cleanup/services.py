"""What the daily job deletes, in batches. Times: wall."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from rehearsals.cleanup.batches import PAUSE, Pace, delete_empty, delete_rows_of
from rehearsals.models import CourtClock, Rehearsal

AT_ONCE = 10  # rehearsals that are deleted together


def end(rehearsal: Rehearsal) -> None:
    """Delete a rehearsal with everything in it, including its log, and its clock unless it is shared.

    If this is interrupted, nobody can open the rehearsal, and the next `delete_idle` deletes the rest.
    """
    Rehearsal.objects.filter(pk=rehearsal.pk).update(is_ending=True)
    _delete([rehearsal.pk], Pace())


def delete_idle(*, wall_at: datetime, days: int | None = None) -> int:
    """Delete private rehearsals that nobody used in the `days` before `wall_at`; how many.

    `days`: IDLE_REHEARSAL_DAYS if not given. Also deletes what an interrupted run left.
    """
    days = settings.IDLE_REHEARSAL_DAYS if days is None else days
    pace, count = Pace(PAUSE), 0
    while marked := _mark_some(wall_at, days):
        _delete(marked, pace)
        count += len(marked)
    return count


def _mark_some(wall_at: datetime, days: int) -> list[int]:
    """Some rehearsals to delete, marked as ending: nobody opens them, and their log can be deleted."""
    ending = Rehearsal.objects.filter(is_ending=True).order_by("pk")
    if marked := list(ending.values_list("pk", flat=True)[:AT_ONCE]):
        return marked
    idle = Rehearsal.objects.idle(at=wall_at, days=days)
    some = list(idle.order_by("last_used_at").values_list("pk", flat=True)[:AT_ONCE])
    idle.filter(pk__in=some).update(is_ending=True)  # unless someone opened it in the meantime
    return list(ending.filter(pk__in=some).values_list("pk", flat=True))


def _delete(rehearsals: Sequence[int], pace: Pace) -> None:
    delete_rows_of(rehearsals, pace=pace)
    pace.step(lambda: _delete_empty(rehearsals))


def _delete_empty(rehearsals: Sequence[int]) -> int:
    """Delete rehearsals of which little is left, and their clocks unless another rehearsal uses them."""
    locked = Rehearsal.objects.filter(pk__in=rehearsals).select_for_update()
    clocks = [row.clock_id for row in locked]  # from here on, no request can add a row
    count = delete_empty(rehearsals)
    CourtClock.objects.filter(pk__in=clocks, rehearsals=None).delete()
    return count


def delete_expired_staff_sessions(*, wall_at: datetime) -> int:
    """Delete the expired sessions of staff; how many. Ends no session that is valid."""
    return delete_expired(Session.objects.filter(expire_date__lte=wall_at))


def delete_expired(rows: QuerySet[Any]) -> int:
    """Delete `rows`, to which no other row refers, in batches; how many."""
    keys = rows.values_list("pk", flat=True)
    return Pace(PAUSE).delete_all(rows.model, lambda most: list(keys[:most]))
