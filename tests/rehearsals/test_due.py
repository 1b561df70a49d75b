"""Due events happen once, at their time, whether the clock runs or jumps there."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import OperationalError
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearsals import services
from rehearsals.activity.services import record_activity
from rehearsals.app_config import declared_mapping
from rehearsals.cleanup.services import end as end_rehearsal
from rehearsals.clock import due_events
from rehearsals.clock import services as clock_services
from rehearsals.clock.clock import wall_now
from rehearsals.mail.services import post_letter
from rehearsals.models import ClockManner
from rehearsals.web import mount
from tests.support.moments import SEED_MOMENT
from tests.support.races import at_once
from tests.support.visitor import Visitor, hold

HOUR = timedelta(hours=1)


def write_a_line(rehearsal, *, at, name="x"):
    record_activity(rehearsal, "rehearsal.changed", at=at, detail=f"due {name}")
    post_letter(rehearsal, at=at, to=["Pat Practice"], sender="Center", subject=name, body="Words")


def write_and_fail(rehearsal, *, at):
    write_a_line(rehearsal, at=at)
    raise RuntimeError("half way")


def be_busy(rehearsal, *, at):
    raise OperationalError("database is locked")


@pytest.fixture(autouse=True)
def _handlers(monkeypatch):
    handlers = {
        "line": "tests.rehearsals.test_due.write_a_line",
        "failing": "tests.rehearsals.test_due.write_and_fail",
        "busy": "tests.rehearsals.test_due.be_busy",
    }
    monkeypatch.setattr(apps.get_app_config("rehearsals"), "due_events", handlers, raising=False)
    declared_mapping.cache_clear()
    yield
    declared_mapping.cache_clear()


def happened(rehearsal) -> list:
    lines = rehearsal.activities.filter(detail__startswith="due ").order_by("pk")
    return list(lines.values_list("detail", "court_at"))


def letters(rehearsal) -> list:
    return list(rehearsal.mails.order_by("pk").values_list("subject", "court_at"))


def walk(rehearsal, times, stops) -> tuple[list, list]:
    """Schedule `times`, hold the clock at each of `stops` and open a page. Returns what happened."""
    for number, time in enumerate(times):
        due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + time * HOUR, name=str(number))
    visitor = Visitor(rehearsal)
    for stop in stops:
        hold(rehearsal, SEED_MOMENT + stop * HOUR)
        visitor.get("/activity/")
    return happened(rehearsal), letters(rehearsal)


@pytest.mark.django_db(transaction=True)
@settings(max_examples=8, deadline=None)
@given(
    times=st.lists(st.integers(1, 30), max_size=5),
    stops=st.lists(st.integers(-2, 31), max_size=5),
)
def test_events_are_the_same_for_many_clock_steps_and_one_jump(times, stops):
    walked, jumped = (
        services.start(wall_at=wall_now(), title="Walk"),
        services.start(wall_at=wall_now(), title="Jump"),
    )
    end = 40
    one, other = walk(walked, times, [*sorted(stops), end]), walk(jumped, times, [end])
    expected = sorted((SEED_MOMENT + time * HOUR, number) for number, time in enumerate(times))
    assert one == other
    assert one[0] == [(f"due {number}", at) for at, number in expected]
    assert one[1] == [(str(number), at) for at, number in expected]
    end_rehearsal(walked)
    end_rehearsal(jumped)


@pytest.mark.django_db
def test_event_fires_at_its_time_and_not_a_second_before(rehearsal, visitor):
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + HOUR)
    visitor.at(SEED_MOMENT + HOUR - timedelta(seconds=1)).get("/activity/")
    assert happened(rehearsal) == []
    visitor.at(SEED_MOMENT + HOUR).get("/activity/")
    assert happened(rehearsal) == [("due x", SEED_MOMENT + HOUR)]


@pytest.mark.django_db
def test_event_does_not_repeat_after_the_clock_goes_back(rehearsal, visitor):
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + HOUR)
    for at in (2, 0, 2, 3):
        visitor.at(SEED_MOMENT + at * HOUR).get("/activity/")
    assert len(happened(rehearsal)) == 1


@pytest.mark.django_db
def test_reset_deletes_waiting_events(rehearsal, visitor):
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + HOUR)
    services.reset(rehearsal, wall_at=wall_now())
    rehearsal.refresh_from_db()
    assert rehearsal.next_due_at is None
    visitor.at(SEED_MOMENT + 2 * HOUR).get("/activity/")
    assert happened(rehearsal) == []


@pytest.mark.django_db
def test_event_fires_only_in_its_own_rehearsal(rehearsal, other_rehearsal):
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + HOUR)
    Visitor(other_rehearsal).at(SEED_MOMENT + 2 * HOUR).get("/activity/")
    assert happened(rehearsal) == happened(other_rehearsal) == []


@pytest.mark.django_db
def test_rehearsals_on_a_shared_clock_have_their_own_events(rehearsal, other_rehearsal):
    other_rehearsal.clock = rehearsal.clock
    other_rehearsal.save()
    for each in (rehearsal, other_rehearsal):
        due_events.schedule(each, "line", due_at=SEED_MOMENT + HOUR)
    hold(rehearsal, SEED_MOMENT + 2 * HOUR)
    Visitor(rehearsal).get("/activity/")
    assert (len(happened(rehearsal)), len(happened(other_rehearsal))) == (1, 0)
    Visitor(other_rehearsal).get("/activity/")
    assert (len(happened(rehearsal)), len(happened(other_rehearsal))) == (1, 1)


@pytest.mark.django_db
def test_failed_event_is_rolled_back_and_later_events_fire(rehearsal, visitor, caplog):
    for what in ("failing", "line", "nobody knows it"):
        due_events.schedule(rehearsal, what, due_at=SEED_MOMENT)
    for _ in range(2):
        assert visitor.at(SEED_MOMENT).get("/activity/").status_code == 200
    assert happened(rehearsal) == [("due x", SEED_MOMENT)]
    assert rehearsal.mails.count() == 1
    assert not rehearsal.due_events.filter(fired_at=None).exists()
    failed = rehearsal.activities.filter(what="rehearsal.due_failed", outcome="failed")
    assert list(failed.order_by("pk").values_list("detail", "court_at")) == [
        ("failing", SEED_MOMENT),
        ("nobody knows it", SEED_MOMENT),
    ]
    assert "due event failing failed: RuntimeError" in caplog.text
    assert "half way" not in caplog.text


@pytest.mark.django_db
def test_event_is_tried_again_after_a_busy_database(rehearsal, monkeypatch):
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT)
    due_events.schedule(rehearsal, "busy", due_at=SEED_MOMENT)
    with mount.inside_rehearsal(rehearsal):
        with pytest.raises(OperationalError):
            due_events.fire(rehearsal, at=SEED_MOMENT)
        assert happened(rehearsal) == []
        monkeypatch.setattr("tests.rehearsals.test_due.be_busy", write_a_line)
        assert due_events.fire(rehearsal, at=SEED_MOMENT) == 2
    assert len(happened(rehearsal)) == 2


@pytest.mark.django_db
def test_next_due_at_is_the_earliest_waiting_event(rehearsal):
    for hours in (5, 3, 8):
        due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + hours * HOUR)
    rehearsal.refresh_from_db()
    assert rehearsal.next_due_at == SEED_MOMENT + 3 * HOUR


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_event_fires_once_with_two_workers():
    rehearsal = services.start(wall_at=wall_now(), title="Race")
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT)
    results = at_once(rehearsal, *[lambda: due_events.fire(rehearsal, at=SEED_MOMENT + HOUR)] * 2)
    assert results == {1: 1, 0: 1}
    assert len(happened(rehearsal)) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_next_due_at_after_concurrent_scheduling():
    rehearsal = services.start(wall_at=wall_now(), title="Race")
    clock_services.move_clock(
        rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=SEED_MOMENT
    )
    acts = [
        lambda hours=hours: (
            due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + hours * HOUR).what
        )
        for hours in (3, 5)
    ]
    at_once(rehearsal, *acts)
    rehearsal.refresh_from_db()
    assert rehearsal.next_due_at == SEED_MOMENT + 3 * HOUR
