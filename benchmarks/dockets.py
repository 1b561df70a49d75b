"""Searches among many cases and pages of long dockets, each against a small one in the same run.

On SQLite, times are CPU time: it works inside the process, so other programs' load doesn't count. On
PostgreSQL they are wall time.
"""

import json
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.rush import DatabaseUrl
from benchmarks.server import environment, free_port, manage, shell

ROUNDS = 9
PREPARE = """
from datetime import UTC, datetime, timedelta
from cmecf.models import Court
from dockets.models import Case, DocketEntry
court = Court.objects.get(rehearsal__code="demo", code="nmd")
cases = list(Case.objects.filter(court=court, access="open").order_by("-pk")[:3])
day = datetime(2019, 1, 2, 18, tzinfo=UTC)
for case, size in zip(cases, (100, 1000, 10000)):
    DocketEntry.objects.filter(case=case).delete()
    DocketEntry.objects.bulk_create((DocketEntry(
        rehearsal_id=court.rehearsal_id, case=case, sequence=n, number=n, event="notice",
        filed_on=day.date(), entered_at=day, text=f"NOTICE {n} by Practice Mesa, Inc.",
    ) for n in range(1, size + 1)), batch_size=500)
    Case.objects.filter(pk=case.pk).update(last_number=size, last_sequence=size)
"""
MEASURE = """
import json, time, tracemalloc
from datetime import date
from django.db import connection
from cmecf.models import Court
from dockets.models import Case
from dockets.query.queries import search
from dockets.cases.queries import cases_of_number
from dockets.reports.docket_sheet.options import SheetOptions
from dockets.reports.docket_sheet.report import docket_sheet_parts

court = Court.objects.get(rehearsal__code="demo", code="nmd")
clock = time.process_time if connection.vendor == "sqlite" else time.perf_counter
def times(act, rounds={rounds}):
    act(); taken = []
    for _ in range(rounds):
        began = clock(); rows = act()
        taken.append((clock() - began) * 1000)
    return taken, rows
def sheet(case, options):
    return sum(map(len, docket_sheet_parts(case, options, is_participant=False)))
from rehearsals.web import mount
inside = mount.inside_rehearsal(court.rehearsal)
inside.__enter__()
seen = dict()
number = Case.objects.filter(court=court, serial__gte=90100).order_by("pk").first().number
period = dict(Qry_filed_from=date(1990, 1, 1), Qry_filed_to=date(2030, 1, 1))
seen["number"] = times(lambda: len(cases_of_number(court, number)))
seen["filing dates"] = times(lambda: len(search(court, period).rows))
seen["name"] = times(lambda: len(search(court, dict(last_name="Mesa")).rows))
newest = Case.objects.filter(court=court, access="open").select_related("court").order_by("-pk")[:3]
for size, case in zip((100, 1000, 10000), newest):
    seen[f"page {{size}}"] = times(lambda: sheet(case, SheetOptions(first=1, last=100)))
    seen[f"sheet {{size}}"] = times(lambda: sheet(case, SheetOptions()), 3)
    tracemalloc.start(); sheet(case, SheetOptions())
    seen[f"peak {{size}}"] = [tracemalloc.get_traced_memory()[1] / 2**20], 0
    tracemalloc.stop()
print(json.dumps(seen))
"""
Seen = dict[str, tuple[list[float], int]]


def court_of(cases: int, url: DatabaseUrl) -> Seen:
    """Make a court with so many generated cases, and time its searches and dockets."""
    with tempfile.TemporaryDirectory() as folder, url() as database_url:
        env = environment(Path(folder), free_port()) | database_url
        manage(env, "migrate", "-v0")
        manage(env, "demo")
        generate = ("generate_cases", "--court=nmd", "--filers=20", "--rehearsal=demo")
        manage(env, *generate, f"--cases={cases}")
        shell(env, PREPARE)
        seen: Seen = json.loads(shell(env, MEASURE.format(rounds=ROUNDS)).splitlines()[-1])
    return seen


def lines(many: Seen, few: Seen) -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure and the goal. The ratio of a search is that of the times of a row."""
    for what in ("number", "filing dates", "name"):
        (ours, rows), (small, small_rows) = many[what], few[what]
        ms, base = statistics.median(ours), statistics.median(small)
        ratio = (ms / rows) / (base / small_rows)
        got = f"{ratio:.2f} ({ms:.1f} : {base:.1f} ms; {rows} : {small_rows} rows)"
        yield f"search by {what}, many / few, for a row", got, "<= 2"
    page, small_page = (statistics.median(many[f"page {size}"][0]) for size in (10000, 100))
    yield "documents 1-100 of 10,000 entries / of 100", f"{page / small_page:.2f}", "<= 1.5"
    row, small_row = (statistics.median(many[f"sheet {n}"][0]) / n for n in (10000, 1000))
    yield "time of a row, 10,000 entries / 1,000", f"{row / small_row:.2f}", "<= 1.2"
    peak, small_peak = (many[f"peak {size}"][0][0] for size in (10000, 1000))
    yield "Python memory of the parts", f"{peak:.1f} : {small_peak:.1f} MiB", "-"
