"""The court clock: held, running, following the machine; and the one context that tells its time."""

from datetime import UTC, datetime, timedelta

import pytest
from freezegun import freeze_time
from hypothesis import given
from hypothesis import strategies as st

from rehearsals import services
from rehearsals.clock import clock
from rehearsals.clock import services as clock_services
from rehearsals.clock.clock import wall_now
from rehearsals.models import END_OF_TIME, Activity, ClockManner, CourtClock
from tests.support.moments import JUST_BEFORE_LIVE, LIVE, OUTAGE, SECOND, SEED_MOMENT

WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)
walls = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))
instants = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))
spans = st.timedeltas(timedelta(0), timedelta(days=4000))
speeds = st.sampled_from([1, 60, 600, 3600])


def dial(manner: str, court_at: datetime = SEED_MOMENT, speed: float = 1) -> CourtClock:
    return CourtClock(manner=manner, court_at=court_at, wall_at=WALL, speed=speed)


def test_a_held_clock_shows_the_same_second_for_ever():
    assert dial("held").read(WALL + timedelta(days=400)) == SEED_MOMENT


def test_a_running_clock_reaches_go_live_with_its_second():
    running = dial("running", JUST_BEFORE_LIVE)
    assert running.read(WALL + SECOND / 2) < LIVE
    assert running.read(WALL + SECOND) == LIVE


def test_a_fast_clock_takes_a_minute_in_each_second():
    assert dial("running", OUTAGE, speed=60).read(WALL + 10 * SECOND) == OUTAGE + 600 * SECOND


def test_a_clock_that_was_never_set_is_the_machines():
    assert dial("wall").read(WALL) == WALL


@given(court_at=instants, wall=walls, later=spans, speed=speeds)
def test_a_running_clock_never_goes_back(court_at, wall, later, speed):
    running = CourtClock(manner="running", court_at=court_at, wall_at=wall, speed=speed)
    assert court_at <= running.read(wall) <= running.read(wall + later) <= END_OF_TIME


@given(court_at=instants, first=spans, then=spans, speed=speeds)
def test_a_jump_shows_what_ticking_shows(court_at, first, then, speed):
    whole = CourtClock(manner="running", court_at=court_at, wall_at=WALL, speed=speed)
    half = whole.read(WALL + first)
    rest = CourtClock(manner="running", court_at=half, wall_at=WALL + first, speed=speed)
    assert whole.read(WALL + first + then) == rest.read(WALL + first + then)


@given(court_at=instants, waited=spans)
def test_a_held_clock_is_where_it_was_put(court_at, waited):
    assert dial("held", court_at).read(WALL + waited) == court_at


def test_outside_a_rehearsal_the_court_time_is_the_wall_time():
    with freeze_time(WALL):
        assert clock.now() == clock.wall_now() == WALL


def test_inside_the_court_clock_tells_and_the_wall_clock_stays():
    with freeze_time(WALL), clock.use_clock(dial("held", LIVE)):
        assert clock.now() == LIVE
        assert clock.wall_now() == WALL
    with freeze_time(WALL):
        assert clock.now() == WALL


@pytest.mark.django_db
def test_holding_without_a_time_stops_the_clock_where_it_runs(rehearsal):
    with freeze_time(WALL) as wall:
        clock_services.move_clock(
            rehearsal, wall_at=wall_now(), manner=ClockManner.RUNNING, court_at=LIVE, speed=60
        )
        wall.tick(10)
        clock_services.move_clock(rehearsal, wall_at=wall_now(), manner=ClockManner.HELD)
        wall.tick(10)
        assert rehearsal.clock.read(clock.wall_now()) == LIVE + timedelta(minutes=10)


@pytest.mark.django_db
def test_a_clock_may_go_back(rehearsal):
    clock_services.move_clock(rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=LIVE)
    clock_services.move_clock(
        rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=SEED_MOMENT
    )
    rehearsal.clock.refresh_from_db()
    assert rehearsal.clock.read(clock.wall_now()) == SEED_MOMENT


@pytest.mark.django_db
def test_a_move_is_in_the_log_with_both_times_in_the_courts_zone(rehearsal):
    clock_services.move_clock(
        rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=LIVE, who="John Attorney"
    )
    line = Activity.objects.first()
    assert (line.what, line.who) == ("clock.moved", "John Attorney")
    assert "10:06:38 am MT to Monday, April 20, 2020, 8:00:00 am MT, held" in line.detail


@pytest.mark.django_db
def test_moving_one_rehearsals_clock_moves_no_other(rehearsal, other_rehearsal):
    before = other_rehearsal.clock.read(WALL)
    clock_services.move_clock(rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=LIVE)
    other_rehearsal.clock.refresh_from_db()
    assert other_rehearsal.clock.read(WALL) == before


@pytest.mark.django_db
def test_resetting_one_seat_of_a_class_leaves_the_shared_clock(rehearsal, other_rehearsal):
    other_rehearsal.clock = rehearsal.clock
    other_rehearsal.save()
    clock_services.move_clock(rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=LIVE)
    services.reset(other_rehearsal, wall_at=wall_now())
    rehearsal.clock.refresh_from_db()
    assert rehearsal.clock.read(WALL) == LIVE
