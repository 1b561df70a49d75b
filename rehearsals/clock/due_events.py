"""Due events: what happens by itself at a court time, such as the arrival of a letter.

An event fires once, at the first request after its court time, whether the clock ran or jumped there.
"""

import logging
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import DateTimeField, Min, Value
from django.db.models.functions import Coalesce, Least
from django.utils.module_loading import import_string

from rehearsals.activity.services import record_activity
from rehearsals.app_config import declared_mapping
from rehearsals.clock import clock
from rehearsals.models import DueEvent, Outcome, Rehearsal
from rehearsals.web import storage

FAILED = "rehearsal.due_failed"
log = logging.getLogger(__name__)


def schedule(rehearsal: Rehearsal, what: str, *, due_at: datetime, **payload: Any) -> DueEvent:
    """Schedule `what`, a key of the apps' due_events, for the court time `due_at` (UTC).

    `payload` must be JSON. Its handler is called with (rehearsal, at=due_at, **payload).
    """
    event = rehearsal.due_events.create(what=what, due_at=due_at, payload=payload)
    # In one statement, so that a concurrent call can't overwrite an earlier time.
    due = Value(due_at, output_field=DateTimeField())
    earliest = Least(Coalesce("next_due_at", due), due)
    Rehearsal.objects.filter(pk=rehearsal.pk).update(next_due_at=earliest)
    rehearsal.next_due_at = min(rehearsal.next_due_at or due_at, due_at)
    return event


def is_waiting(rehearsal: Rehearsal, at: datetime) -> bool:
    """Whether something is due at the court time `at`. Every request calls this, so it runs no query."""
    return rehearsal.next_due_at is not None and rehearsal.next_due_at <= at


def fire(rehearsal: Rehearsal, *, at: datetime) -> int:
    """Run every event that is due at the court time `at` (UTC), in order; how many ran.

    Events that these schedule for a time up to `at` run in the same call. Each event runs in its own
    transaction. An event that fails is logged and not tried again, because it would fail at every
    request.
    """
    fired = 0
    with transaction.atomic():
        Rehearsal.objects.lock(rehearsal.pk)
        while event := rehearsal.due_events.filter(fired_at=None, due_at__lte=at).first():
            event.fired_at = clock.wall_now()
            event.save(update_fields=["fired_at"])
            _try(event, rehearsal)
            fired += 1
        note_next(rehearsal)
    return fired


def _try(event: DueEvent, rehearsal: Rehearsal) -> None:
    """Call the handler. If the database is busy or down, the next request tries again."""
    try:
        with transaction.atomic():
            _handler(event.what)(rehearsal, at=event.due_at, **event.payload)
    except Exception as error:
        if storage.trouble_behind(error):
            raise
        kind = type(error).__name__  # its message may contain what the user typed
        log.error("due event %s failed: %s", event.what, kind)
        record_activity(
            rehearsal, FAILED, at=event.due_at, outcome=Outcome.FAILED, detail=event.what
        )


def _handler(what: str) -> Any:
    return import_string(declared_mapping("due_events")[what])


def note_next(rehearsal: Rehearsal) -> None:
    """Set the rehearsal's `next_due_at` to its earliest waiting event."""
    waiting = rehearsal.due_events.filter(fired_at=None)
    rehearsal.next_due_at = waiting.aggregate(first=Min("due_at"))["first"]
    Rehearsal.objects.filter(pk=rehearsal.pk).update(next_due_at=rehearsal.next_due_at)
