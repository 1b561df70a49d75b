"""Pages that anyone opens don't read all rehearsals. `make bench` tries 100,000 of them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cmecf.models import Court
from rehearsals.cleanup.services import delete_idle
from rehearsals.models import CourtClock, Rehearsal
from tests.support.factories import CourtFactory
from tests.support.staff import staff_client

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def many(db):
    """Three hundred rehearsals with nothing in them but their court; ten are idle."""
    clocks = CourtClock.objects.bulk_create(CourtClock() for _ in range(300))
    rows = Rehearsal.objects.bulk_create(
        Rehearsal(
            title=f"Private rehearsal {number:04d}",
            pack="nmd-2020",
            clock=clock,
            last_used_at=NOW - timedelta(days=30 if number < 10 else 0, minutes=number),
        )
        for number, clock in enumerate(clocks)
    )
    Court.objects.bulk_create(CourtFactory.build(rehearsal=row, code="nmd") for row in rows)


def whole_tables_read(queries):
    """The steps of SQLite's plans that read a table of rehearsals row by row, without an index."""
    steps = []
    for query in queries:
        if query["sql"].startswith(("SELECT", "UPDATE", "DELETE")):
            with connection.cursor() as cursor:
                cursor.execute("EXPLAIN QUERY PLAN " + query["sql"].replace("%", "%%"))
                steps += [row[3] for row in cursor.fetchall()]
    assert steps
    return [step for step in steps if step.startswith("SCAN rehearsals_") and " USING " not in step]


ACTS = {
    "lobby": (lambda client: client.get("/"), 1),
    "unknown code": (lambda client: client.get("/r/nobody-has-this/"), 1),
    "start": (lambda client: client.post("/start/"), 25),
    "staff choose a rehearsal": (lambda client: client.get("/staff/rehearsals/"), 6),
    "staff search": (lambda client: client.get("/staff/rehearsals/?q=0007"), 6),
    "staff list": (lambda client: client.get("/admin/rehearsals/rehearsal/"), 12),
    "daily deletion": (lambda _: delete_idle(wall_at=NOW, days=14), 240),
}


@pytest.mark.parametrize("what", ACTS)
def test_many_rehearsals_are_found_by_index_with_few_queries(client, many, what):
    client = staff_client("Trainers") if what.startswith("staff") else client
    act, queries = ACTS[what]
    with CaptureQueriesContext(connection) as seen:
        act(client)
    assert len(seen) <= queries
    assert whole_tables_read(seen.captured_queries) == []
