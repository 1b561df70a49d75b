from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from rehearsals.activity.services import record_activity
from rehearsals.app_config import declarations
from rehearsals.clock import clock, due_events
from rehearsals.help.refusals import Refused
from rehearsals.models import Activity, ClockManner, CourtClock, Rehearsal, RehearsalKind
from rehearsals.packs.pack import Pack, get_pack
from rehearsals.packs.practice_hashes import practice_hashes
from rehearsals.rules import why_not_reset


def start(
    *,
    wall_at: datetime,
    kind: str = RehearsalKind.PRIVATE,
    code: str = "",
    title: str = "",
    pack: str = "",
) -> Rehearsal:
    """Create a rehearsal from its pack, with its clock running from the pack's first moment.

    `wall_at`: wall time of the start (UTC). Hashes are copied and rows inserted in bulk: the number of
    queries does not depend on the pack.
    """
    chosen = get_pack(pack or settings.DEFAULT_PACK)
    hashes = practice_hashes(chosen)  # slow the first time on a machine: before the transaction
    with transaction.atomic():
        rehearsal = Rehearsal(kind=kind, title=title or "Private rehearsal", pack=chosen.code)
        rehearsal.code = code or rehearsal.code
        rehearsal.clock = CourtClock.objects.create(**_first_reading(chosen, wall_at))
        rehearsal.save(force_insert=True)
        at = rehearsal.clock.read(wall_at)
        _fill(rehearsal, chosen, hashes, at)
        who = rehearsal.get_kind_display()
        record_activity(rehearsal, "rehearsal.started", at=at, who=who)
    return rehearsal


def _first_reading(pack: Pack, wall_at: datetime) -> dict[str, object]:
    return {
        "manner": ClockManner.RUNNING,
        "court_at": pack.moment(pack.start).at.astimezone(UTC),
        "wall_at": wall_at,
        "speed": 1.0,
    }


def _fill(rehearsal: Rehearsal, pack: Pack, hashes: dict[str, str], at: datetime) -> None:
    with clock.told_by(clock.FixedClock(at)):
        for loaders in declarations("pack_loaders"):
            for loader in loaders:
                import_string(loader)(pack, rehearsal, hashes)


def reset(rehearsal: Rehearsal, *, wall_at: datetime, who: str = "", by_staff: bool = True) -> None:
    """Put the rehearsal back to its first moment. Its code and its activity log stay.

    Everybody in it is signed off. Other rehearsals stay as they are, and so does a clock that is
    shared with them. `wall_at`: wall time of the reset (UTC). Raises Refused if only the trainer may
    reset this rehearsal and the caller isn't staff.
    """
    if not by_staff and (reason := why_not_reset(rehearsal)):
        raise Refused(reason)
    pack = get_pack(rehearsal.pack)
    hashes = practice_hashes(pack)
    with transaction.atomic():
        Rehearsal.objects.lock(rehearsal.pk)
        _empty(rehearsal)
        due_events.note_next(rehearsal)
        if not rehearsal.clock.rehearsals.exclude(pk=rehearsal.pk).exists():
            reading = _first_reading(pack, wall_at)
            CourtClock.objects.filter(pk=rehearsal.clock_id).update(**reading)
        rehearsal.clock.refresh_from_db()
        at = rehearsal.clock.read(wall_at)
        _fill(rehearsal, pack, hashes, at)
        record_activity(rehearsal, "rehearsal.reset", at=at, who=who)


def _empty(rehearsal: Rehearsal) -> None:
    for relation in rehearsal._meta.related_objects:
        if relation.related_model is not Activity:
            relation.related_model._base_manager.filter(rehearsal=rehearsal).delete()
    rehearsal.__dict__.pop("home_court", None)


def end(rehearsal: Rehearsal) -> None:
    """Delete a rehearsal with everything in it, its log included, and its clock unless shared."""
    with transaction.atomic():
        Rehearsal.objects.filter(pk=rehearsal.pk).update(is_ending=True)
        court_clock = rehearsal.clock
        rehearsal.delete()
        if not court_clock.rehearsals.exists():
            court_clock.delete()


def delete_idle(*, wall_at: datetime, days: int) -> int:
    """Delete private rehearsals that nobody used for `days` before `wall_at`; the number deleted."""
    idle = Rehearsal.objects.idle(at=wall_at, days=days).select_related("clock")
    for rehearsal in idle:
        end(rehearsal)
    return len(idle)
