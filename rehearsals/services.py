from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from rehearsals.activity.services import record_activity
from rehearsals.app_config import declarations
from rehearsals.clock import due_events
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

    `wall_at`: wall time of the start (UTC). `title`: `default_title` if not given. Hashes are copied and
    rows inserted in bulk: the number of queries does not depend on the pack.
    """
    pack_data = get_pack(pack or settings.DEFAULT_PACK)
    hashes = practice_hashes(
        pack_data
    )  # slow the first time on a server, so before the transaction
    with transaction.atomic():
        rehearsal = Rehearsal(kind=kind, title=title, pack=pack_data.code)
        rehearsal.code = code or rehearsal.code
        rehearsal.clock = CourtClock.objects.create(**_clock_at_start(pack_data, wall_at))
        rehearsal.save(force_insert=True)
        if not title:
            rehearsal.title = default_title(rehearsal.pk)
            rehearsal.save(update_fields=["title"])
        at = rehearsal.clock.read(wall_at)
        _fill(rehearsal, pack_data, hashes)
        who = rehearsal.get_kind_display()
        record_activity(rehearsal, "rehearsal.started", at=at, who=who)
    return rehearsal


def default_title(number: int) -> str:
    """The title of the rehearsal with the primary key `number`: "Private rehearsal 0417"."""
    return f"Private rehearsal {number:04d}"


def _clock_at_start(pack: Pack, wall_at: datetime) -> dict[str, object]:
    """The fields of a court clock that runs from the pack's first moment."""
    return {
        "manner": ClockManner.RUNNING,
        "court_at": pack.moment(pack.start).at.astimezone(UTC),
        "wall_at": wall_at,
        "speed": 1.0,
    }


def _fill(rehearsal: Rehearsal, pack: Pack, hashes: dict[str, str]) -> None:
    for loaders in declarations("pack_loaders"):
        for loader in loaders:
            import_string(loader)(pack, rehearsal, hashes)


def reset(rehearsal: Rehearsal, *, wall_at: datetime, who: str = "", by_staff: bool = True) -> None:
    """Put the rehearsal back to the start. Its code and its activity log stay.

    Everyone in it is signed off. Other rehearsals don't change, and neither does a clock that they
    share. `wall_at`: wall time of the reset (UTC). Raises Refused if only the trainer may reset this
    rehearsal and the caller isn't staff.
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
            reading = _clock_at_start(pack, wall_at)
            CourtClock.objects.filter(pk=rehearsal.clock_id).update(**reading)
        rehearsal.clock.refresh_from_db()
        at = rehearsal.clock.read(wall_at)
        _fill(rehearsal, pack, hashes)
        record_activity(rehearsal, "rehearsal.reset", at=at, who=who)


def _empty(rehearsal: Rehearsal) -> None:
    """Delete everything in the rehearsal except its activity log."""
    for relation in rehearsal._meta.related_objects:
        model = relation.related_model
        if isinstance(model, type) and model is not Activity:
            model._base_manager.filter(rehearsal=rehearsal).delete()
    rehearsal.__dict__.pop("home_court", None)
