"""A court with as many cases as wanted, inserted in chunks: each chunk is complete or absent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from cmecf.models import CmecfAccount, CmecfAccountQuerySet, Court
from dockets.generation import proportions as of
from dockets.generation.drawn import Source
from dockets.generation.draws import draw_case, draw_filer
from dockets.generation.refusals import GenerationRefusal
from dockets.generation.rows import CourtRows, Filer
from dockets.models import Appearance, Case, DocketEntry, Party
from rehearsals.activity.services import before_change, record_activity
from rehearsals.clock.court_time import court_day
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import get_pack
from rehearsals.packs.practice_hashes import practice_hashes

LOGINS = "gen"  # how the logins of generated filers begin
WHO = "the command line"
COUNTED = (Case, Party, Appearance, DocketEntry)


@dataclass(frozen=True)
class Generated:
    filers: int
    cases: int
    entries: int
    first_number: str
    first_login: str  # of the filers that were added; empty if none were
    last_login: str
    password: str  # of all generated filers
    turned_bookmarks_off: bool


def generate(
    court: Court,
    *,
    at: datetime,
    filers: int,
    cases: int,
    seed: int,
    most_entries: int = of.MOST_ENTRIES,
    progress: Callable[[int], None] = lambda done: None,
) -> Generated:
    """Add filers and cases, which the same arguments in a new rehearsal make again.

    `at`: court time. `court`: with its rehearsal. `progress` is told how many cases are there. Raises
    Refused if there are no numbers left for them.
    """
    first_serial = _next_serial(court)
    if first_serial + cases - 1 > of.LAST_SERIAL:
        raise Refused(GenerationRefusal.NO_NUMBERS)
    pack = get_pack(court.rehearsal.pack)
    password = next(spec.password for _, spec in pack.cmecf_specs() if spec.court == court.code)
    turned_off = _start(court.rehearsal, at=at, cases=cases, filers=filers)
    rows = CourtRows(court)
    logins = _add_filers(rows, filers, seed, practice_hashes(pack)[password])
    source = Source(
        seed=seed,
        court_kind=court.kind,
        today=court_day(pack.moment(pack.start).at, court.time_zone),
        cases=cases,
        filers=len(known := _filers(court)),
        first_serial=first_serial,
        most_entries=most_entries,
    )
    entries = _add_cases(rows, source, known, progress)
    _count_for_planner()
    first = draw_case(source, 0).number if cases else ""
    return Generated(filers, cases, entries, first, *logins, password, turned_off)


def _count_for_planner() -> None:
    """Count the rows, so that PostgreSQL chooses the right index at once. It would do so in minutes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {', '.join(model._meta.db_table for model in COUNTED)}")


def _next_serial(court: Court) -> int:
    generated = Case.objects.filter(court=court, serial__gte=of.FIRST_SERIAL)
    last = generated.order_by("-serial").values_list("serial", flat=True).first()
    return last + 1 if last else of.FIRST_SERIAL


@transaction.atomic
def _start(rehearsal: Rehearsal, *, at: datetime, cases: int, filers: int) -> bool:
    """Say what is coming. Turns the bookmarks off for many cases, and returns whether it did."""
    detail = f"{cases} cases, {filers} filers"
    before_change(rehearsal, "dockets.generated", at=at, who=WHO, detail=detail)
    turns_off = cases > of.MOST_WITH_BOOKMARKS and rehearsal.keeps_bookmarks
    if turns_off:
        rehearsal.keeps_bookmarks = False
        rehearsal.save(update_fields=["keeps_bookmarks"])
    record_activity(rehearsal, "dockets.generated", at=at, who=WHO, detail=detail)
    return turns_off


@transaction.atomic
def _add_filers(rows: CourtRows, count: int, seed: int, password: str) -> tuple[str, str]:
    """Add filers, and return the first and the last login."""
    rehearsal = Rehearsal.objects.lock_change(rows.court.rehearsal_id)
    there = _generated(rows.court).count()
    dead = next(iter(sorted(get_pack(rehearsal.pack).dead_mail_domains)), "")
    numbers = range(there + 1, there + count + 1)
    rows.insert_filers((draw_filer(seed, number, dead) for number in numbers), password)
    if not numbers:
        return "", ""
    return draw_filer(seed, numbers[0], dead).login, draw_filer(seed, numbers[-1], dead).login


def _generated(court: Court) -> CmecfAccountQuerySet:
    return CmecfAccount.objects.filter(court=court, login__startswith=LOGINS, persona="")


def _filers(court: Court) -> list[Filer]:
    """All generated filers of the court, also of earlier runs."""
    names = ("pk", "first_name", "last_name")
    return [
        Filer(key, f"{first} {last}", f"{last}, {first}")
        for key, first, last in _generated(court).order_by("login").values_list(*names)
    ]


def _add_cases(
    rows: CourtRows, source: Source, filers: list[Filer], progress: Callable[[int], None]
) -> int:
    entries, lead = 0, ""
    for start in range(0, source.cases, of.CHUNK):
        stop = min(start + of.CHUNK, source.cases)
        drawn = [draw_case(source, place) for place in range(start, stop)]
        with transaction.atomic():
            Rehearsal.objects.lock_change(rows.court.rehearsal_id)
            entries += rows.insert_cases(drawn, filers, lead)
        lead = drawn[-1].number
        progress(stop)
    return entries
