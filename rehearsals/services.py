"""What can be done with a rehearsal: start it, move its clock, reset it, end it."""

from datetime import UTC

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from rehearsals import rules
from rehearsals.activity.services import record_activity
from rehearsals.clock import clock, due_events
from rehearsals.help.refusals import Refused
from rehearsals.models import (
    Activity,
    ClockManner,
    CourtClock,
    Rehearsal,
    RehearsalKind,
)
from rehearsals.packs.pack import get_pack
from rehearsals.packs.practice_hashes import practice_hashes


def start(
    *, kind: str = RehearsalKind.PRIVATE, code: str = "", title: str = "", pack: str = ""
) -> Rehearsal:
    """Make a new world, filled from its pack, its clock running from the pack's first moment.

    Hashes are copied, rows inserted in bulk: the number of queries does not depend on the pack.
    """
    chosen = get_pack(pack or settings.DEFAULT_PACK)
    hashes = practice_hashes(chosen)  # may hash on a machine's first day: before the transaction
    with transaction.atomic():
        rehearsal = Rehearsal(kind=kind, title=title or "Private rehearsal", pack=chosen.code)
        rehearsal.code = code or rehearsal.code
        rehearsal.clock = CourtClock.objects.create(**_first_reading(rehearsal))
        rehearsal.save(force_insert=True)
        with clock.told_by(rehearsal.clock):
            _fill(rehearsal, hashes)
            record_activity(rehearsal, "rehearsal.started", who=rehearsal.get_kind_display())
    return rehearsal


def _first_reading(rehearsal: Rehearsal) -> dict[str, object]:
    pack = get_pack(rehearsal.pack)
    return {
        "manner": ClockManner.RUNNING,
        "court_at": pack.moment(pack.start).at.astimezone(UTC),
        "wall_at": clock.wall_now(),
        "speed": 1.0,
    }


def _fill(rehearsal: Rehearsal, hashes: dict[str, str]) -> None:
    pack = get_pack(rehearsal.pack)
    for loader in settings.REHEARSAL_LOADERS:
        import_string(loader)(pack, rehearsal, hashes)


def reset(rehearsal: Rehearsal, *, who: str = "", by_staff: bool = True) -> None:
    """Put the world back to its first moment. Its code and its activity log stay.

    Everybody in it is signed off. Another rehearsal is never touched: a clock shared with others
    stays where it is. Refused as moving the clock is.
    """
    if not by_staff and (reason := rules.why_not_reset(rehearsal)):
        raise Refused(reason)
    hashes = practice_hashes(get_pack(rehearsal.pack))
    with transaction.atomic():
        Rehearsal.objects.lock(rehearsal.pk)
        _empty(rehearsal)
        due_events.note_next(rehearsal)
        if not rehearsal.clock.rehearsals.exclude(pk=rehearsal.pk).exists():
            CourtClock.objects.filter(pk=rehearsal.clock_id).update(**_first_reading(rehearsal))
        _fill(rehearsal, hashes)
        rehearsal.clock.refresh_from_db()
        record_activity(rehearsal, "rehearsal.reset", who=who)


def _empty(rehearsal: Rehearsal) -> None:
    for relation in rehearsal._meta.related_objects:
        if relation.related_model is not Activity:
            relation.related_model._base_manager.filter(rehearsal=rehearsal).delete()


def end(rehearsal: Rehearsal) -> None:
    """Delete a world with everything in it, its log included, and its clock if nobody shares it."""
    with transaction.atomic():
        Rehearsal.objects.filter(pk=rehearsal.pk).update(is_ending=True)
        dial = rehearsal.clock
        rehearsal.delete()
        if not dial.rehearsals.exists():
            dial.delete()


def sweep(*, days: int) -> int:
    """End private rehearsals nobody used for `days` (wall time); the number ended."""
    idle = Rehearsal.objects.idle(at=clock.wall_now(), days=days).select_related("clock")
    for rehearsal in idle:
        end(rehearsal)
    return len(idle)
