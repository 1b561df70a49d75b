"""What happens by itself at a court time: letters that arrive, days that end.

Nobody waits for it. Whoever opens a page after the time has come finds that it has happened, at that
time and once, whether the clock ticked there or jumped, and whichever worker was first.
"""

import logging
from datetime import datetime
from typing import Any

from django.db import OperationalError, transaction
from django.db.models import DateTimeField, Min, Value
from django.db.models.functions import Coalesce, Least
from django.utils.module_loading import import_string

from rehearsals.activity.services import record_activity
from rehearsals.app_config import declared_mapping
from rehearsals.clock import clock
from rehearsals.models import DueEvent, Outcome, Rehearsal

FAILED = "rehearsal.due_failed"
log = logging.getLogger(__name__)


def schedule(rehearsal: Rehearsal, what: str, *, due_at: datetime, **payload: Any) -> DueEvent:
    """Let `what`, a key of the apps' due_events, happen at the court time `due_at`.

    `payload` must be JSON. Its handler is called with (rehearsal, at=due_at, **payload).
    """
    event = rehearsal.due_events.create(what=what, due_at=due_at, payload=payload)
    # In one statement: of two who schedule at once, neither may overwrite the other's earlier time.
    due = Value(due_at, output_field=DateTimeField())
    sooner = Least(Coalesce("next_due_at", due), due)
    Rehearsal.objects.filter(pk=rehearsal.pk).update(next_due_at=sooner)
    rehearsal.next_due_at = min(rehearsal.next_due_at or due_at, due_at)
    return event


def is_waiting(rehearsal: Rehearsal, at: datetime) -> bool:
    """Whether something is due at the court time `at`. Asks no database: every request asks this."""
    return rehearsal.next_due_at is not None and rehearsal.next_due_at <= at


def fire(rehearsal: Rehearsal, *, at: datetime) -> int:
    """Let everything happen that is due at the court time `at`, in its order; how many events.

    What one event schedules for a time that has come too happens in the same call. Each event is all
    or nothing. One that fails is over and says so in the log: else it would lock the world for
    everybody, page after page.
    """
    fired = 0
    with transaction.atomic():
        Rehearsal.objects.lock(rehearsal.pk)
        while event := rehearsal.due_events.filter(fired_at=None, due_at__lte=at).first():
            event.fired_at = clock.wall_now()
            event.save(update_fields=["fired_at"])
            with clock.told_by(clock.FixedClock(event.due_at)):
                _try(event, rehearsal)
            fired += 1
        note_next(rehearsal)
    return fired


def _try(event: DueEvent, rehearsal: Rehearsal) -> None:
    """Call the handler. A database that is busy or away is nobody's fault: the next page tries again."""
    try:
        with transaction.atomic():
            _handler(event.what)(rehearsal, at=event.due_at, **event.payload)
    except OperationalError:
        raise
    except Exception as error:
        kind = type(error).__name__  # its words may hold what a person typed
        log.error("due event %s failed: %s", event.what, kind)
        record_activity(
            rehearsal, FAILED, at=event.due_at, outcome=Outcome.FAILED, detail=event.what
        )


def _handler(what: str) -> Any:
    return import_string(declared_mapping("due_events")[what])


def note_next(rehearsal: Rehearsal) -> None:
    """Keep the world's `next_due_at` true to its list."""
    waiting = rehearsal.due_events.filter(fired_at=None)
    rehearsal.next_due_at = waiting.aggregate(first=Min("due_at"))["first"]
    Rehearsal.objects.filter(pk=rehearsal.pk).update(next_due_at=rehearsal.next_due_at)
