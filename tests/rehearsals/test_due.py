"""Due events: once, at their time, however the clock gets there."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import OperationalError
from hypothesis import given, settings
from hypothesis import strategies as st

from rehearsals import services
from rehearsals.activity.services import record_activity
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
    record_activity(rehearsal, "rehearsal.changed", detail=f"due {name}")
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


def happened(world) -> list:
    lines = world.activities.filter(detail__startswith="due ").order_by("pk")
    return list(lines.values_list("detail", "court_at"))


def letters(world) -> list:
    return list(world.mails.order_by("pk").values_list("subject", "court_at"))


def walk(world, times, stops) -> tuple[list, list]:
    """Schedule `times`, hold the clock at each of `stops`, and open a page; what happened."""
    for number, time in enumerate(times):
        due_events.schedule(world, "line", due_at=SEED_MOMENT + time * HOUR, name=str(number))
    visitor = Visitor(world)
    for stop in stops:
        hold(world, SEED_MOMENT + stop * HOUR)
        visitor.get("/activity/")
    return happened(world), letters(world)


@pytest.mark.django_db(transaction=True)
@settings(max_examples=8, deadline=None)
@given(
    times=st.lists(st.integers(1, 30), max_size=5),
    stops=st.lists(st.integers(-2, 31), max_size=5),
)
def test_any_walk_of_the_clock_comes_to_the_same_as_one_jump(times, stops):
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
    services.end(walked)
    services.end(jumped)


@pytest.mark.django_db
def test_nothing_happens_a_second_before_and_it_does_at_its_time(rehearsal, visitor):
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + HOUR)
    visitor.at(SEED_MOMENT + HOUR - timedelta(seconds=1)).get("/activity/")
    assert happened(rehearsal) == []
    visitor.at(SEED_MOMENT + HOUR).get("/activity/")
    assert happened(rehearsal) == [("due x", SEED_MOMENT + HOUR)]


@pytest.mark.django_db
def test_turning_the_clock_back_and_forth_again_does_not_repeat_it(rehearsal, visitor):
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + HOUR)
    for at in (2, 0, 2, 3):
        visitor.at(SEED_MOMENT + at * HOUR).get("/activity/")
    assert len(happened(rehearsal)) == 1


@pytest.mark.django_db
def test_a_reset_forgets_what_was_to_come(rehearsal, visitor):
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + HOUR)
    services.reset(rehearsal, wall_at=wall_now())
    rehearsal.refresh_from_db()
    assert rehearsal.next_due_at is None
    visitor.at(SEED_MOMENT + 2 * HOUR).get("/activity/")
    assert happened(rehearsal) == []


@pytest.mark.django_db
def test_what_is_due_in_one_world_never_happens_in_another(rehearsal, other_rehearsal):
    due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + HOUR)
    Visitor(other_rehearsal).at(SEED_MOMENT + 2 * HOUR).get("/activity/")
    assert happened(rehearsal) == happened(other_rehearsal) == []


@pytest.mark.django_db
def test_a_class_shares_a_clock_and_each_world_has_its_own_events(rehearsal, other_rehearsal):
    other_rehearsal.clock = rehearsal.clock
    other_rehearsal.save()
    for world in (rehearsal, other_rehearsal):
        due_events.schedule(world, "line", due_at=SEED_MOMENT + HOUR)
    hold(rehearsal, SEED_MOMENT + 2 * HOUR)
    Visitor(rehearsal).get("/activity/")
    assert (len(happened(rehearsal)), len(happened(other_rehearsal))) == (1, 0)
    Visitor(other_rehearsal).get("/activity/")
    assert (len(happened(rehearsal)), len(happened(other_rehearsal))) == (1, 1)


@pytest.mark.django_db
def test_an_event_that_fails_leaves_nothing_half_done_and_stops_no_other(
    rehearsal, visitor, caplog
):
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
def test_an_event_met_by_a_busy_database_is_tried_again(rehearsal, monkeypatch):
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
def test_the_next_time_is_the_earliest_of_those_that_wait(rehearsal):
    for hours in (5, 3, 8):
        due_events.schedule(rehearsal, "line", due_at=SEED_MOMENT + hours * HOUR)
    rehearsal.refresh_from_db()
    assert rehearsal.next_due_at == SEED_MOMENT + 3 * HOUR


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_two_workers_at_once_let_it_happen_once():
    world = services.start(wall_at=wall_now(), title="Race")
    due_events.schedule(world, "line", due_at=SEED_MOMENT)
    results = at_once(world, *[lambda: due_events.fire(world, at=SEED_MOMENT + HOUR)] * 2)
    assert results == {1: 1, 0: 1}
    assert len(happened(world)) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_of_two_scheduled_at_once_the_earlier_one_is_known():
    world = services.start(wall_at=wall_now(), title="Race")
    clock_services.move_clock(
        world, wall_at=wall_now(), manner=ClockManner.HELD, court_at=SEED_MOMENT
    )
    acts = [
        lambda hours=hours: (
            due_events.schedule(world, "line", due_at=SEED_MOMENT + hours * HOUR).what
        )
        for hours in (3, 5)
    ]
    at_once(world, *acts)
    world.refresh_from_db()
    assert world.next_due_at == SEED_MOMENT + 3 * HOUR
