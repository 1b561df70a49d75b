"""The daily cleanup: what it deletes, in small batches, and what a stopped run leaves to the next."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from freezegun import freeze_time

from cso.models import SignOnSession
from pacer_accounts.models import PacerAccount
from rehearsals.cleanup import free_space
from rehearsals.cleanup.batches import MOST_ROWS, Pace
from rehearsals.cleanup.services import delete_idle, end
from rehearsals.models import Activity, CourtClock, LimitCount, Mail, Rehearsal
from tests.support.cast import JOHN
from tests.support.login_pages import log_in

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
TODAY = datetime(2026, 11, 24, 12, tzinfo=UTC)


def left_idle(rehearsal):
    Rehearsal.objects.filter(pk=rehearsal.pk).update(last_used_at=TODAY - timedelta(days=30))


def pages(name):
    with connection.cursor() as cursor:
        return cursor.execute(f"PRAGMA {name}").fetchone()[0]


def test_no_statement_deletes_many_rows_of_a_long_log(rehearsal):
    left_idle(rehearsal)
    line = {"rehearsal": rehearsal, "court_at": TODAY, "what": "clock.moved"}
    Activity.objects.bulk_create(Activity(**line) for _ in range(3 * MOST_ROWS))
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert delete_idle(wall_at=TODAY) == 1
    deletes = [query["sql"] for query in seen if query["sql"].startswith("DELETE")]
    assert max(sql.count(",") for sql in deletes) < MOST_ROWS
    assert not Activity.objects.exists()


def test_next_run_finishes_what_a_stopped_run_left(rehearsal, other_rehearsal):
    left_idle(rehearsal)
    Rehearsal.objects.filter(pk=rehearsal.pk).update(is_ending=True)
    rehearsal.activities.all().delete()
    assert delete_idle(wall_at=TODAY) == 1
    assert list(Rehearsal.objects.all()) == [other_rehearsal]
    assert set(PacerAccount.objects.values_list("rehearsal", flat=True)) == {other_rehearsal.pk}


def test_clock_of_a_class_stays_until_its_last_rehearsal_goes(rehearsal, other_rehearsal):
    Rehearsal.objects.filter(pk=other_rehearsal.pk).update(clock=rehearsal.clock)
    end(rehearsal)
    assert CourtClock.objects.filter(pk=rehearsal.clock_id).exists()
    end(other_rehearsal)
    assert not CourtClock.objects.filter(pk=rehearsal.clock_id).exists()


@pytest.mark.parametrize(("seconds", "rows"), [(0.001, 100), (0.004, 25), (10, 25)])
def test_batch_grows_or_shrinks_with_the_time_it_takes(db, seconds, rows):
    pace = Pace(rows=50)
    with freeze_time(TODAY) as clock:

        def delete():
            clock.tick(seconds)
            return pace.rows

        pace.step(delete)
    assert pace.rows == rows


@pytest.mark.parametrize(("days", "left"), [(13, 1), (15, 0)])
def test_daily_cleanup_deletes_what_has_expired_only(visitor, rehearsal, days, left):
    with freeze_time(TODAY):
        log_in(visitor, JOHN)
        LimitCount.objects.create(rule="x", attempts=1, ends_at=TODAY + timedelta(days=14))
        Session.objects.create(session_key="staff", expire_date=TODAY + timedelta(days=14))
    Rehearsal.objects.update(last_used_at=TODAY + timedelta(days=days))
    with freeze_time(TODAY + timedelta(days=days)):
        call_command("daily_cleanup", stdout=(said := StringIO()))
    counts = LimitCount.objects.filter(rule="x")
    assert (SignOnSession.objects.count(), Session.objects.count(), counts.count()) == (left,) * 3
    lines = [line.partition(" deleted: ")[0] for line in said.getvalue().splitlines()]
    assert lines[0] == "Rehearsals"
    assert {"Staff sessions", "Counts of attempts", "Sessions in rehearsals"} <= set(lines)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has autovacuum")
def test_sqlite_file_gets_smaller(rehearsal, monkeypatch):
    mail = {"rehearsal": rehearsal, "court_at": TODAY, "body": "x" * 5000}
    Mail.objects.bulk_create(Mail(**mail) for _ in range(100))
    full = pages("page_count")
    Mail.objects.all().delete()
    assert free_space.give_back() is None
    assert pages("page_count") <= full - 100
    assert pages("freelist_count") == 0
    monkeypatch.setattr(free_space, "INCREMENTAL", "as an older version never set it")
    Mail.objects.bulk_create(Mail(**mail) for _ in range(100))
    Mail.objects.all().delete()
    assert "keeps its size" in (free_space.give_back() or "")
