"""What can be done with a rehearsal: start it, move its clock, reset it, end it."""

from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from rehearsals import clock, due, rules
from rehearsals.activity import record_activity
from rehearsals.court_time import second_text
from rehearsals.models import (
    Activity,
    ClockManner,
    CourtClock,
    Mail,
    Rehearsal,
    RehearsalKind,
)
from rehearsals.packs import get_pack
from rehearsals.practice_hashes import practice_hashes
from rehearsals.refusals import Refused


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
        due.note_next(rehearsal)
        if not rehearsal.clock.rehearsals.exclude(pk=rehearsal.pk).exists():
            CourtClock.objects.filter(pk=rehearsal.clock_id).update(**_first_reading(rehearsal))
        _fill(rehearsal, hashes)
        rehearsal.clock.refresh_from_db()
        record_activity(rehearsal, "rehearsal.reset", who=who)


def _empty(rehearsal: Rehearsal) -> None:
    for relation in rehearsal._meta.related_objects:
        if relation.related_model is not Activity:
            relation.related_model._base_manager.filter(rehearsal=rehearsal).delete()


def open_letter(mail: Mail, *, at: datetime) -> None:
    """Note the first opening, at the court time `at`. Nobody opens a letter that was not delivered."""
    if mail.is_delivered and mail.opened_at is None:
        mail.opened_at = at
        mail.save(update_fields=["opened_at"])


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
