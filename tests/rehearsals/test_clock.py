"""The court clock: held, running, or following wall time."""

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


def make_clock(manner: str, court_at: datetime = SEED_MOMENT, speed: float = 1) -> CourtClock:
    return CourtClock(manner=manner, court_at=court_at, wall_at=WALL, speed=speed)


def test_held_clock_never_changes():
    assert make_clock("held").read(WALL + timedelta(days=400)) == SEED_MOMENT


def test_running_clock_reaches_go_live_on_the_second():
    running = make_clock("running", JUST_BEFORE_LIVE)
    assert running.read(WALL + SECOND / 2) < LIVE
    assert running.read(WALL + SECOND) == LIVE


def test_fast_clock_advances_one_minute_per_second():
    assert make_clock("running", OUTAGE, speed=60).read(WALL + 10 * SECOND) == OUTAGE + 600 * SECOND


def test_unset_clock_follows_wall_time():
    assert make_clock("wall").read(WALL) == WALL


@given(court_at=instants, wall=walls, later=spans, speed=speeds)
def test_running_clock_never_goes_back(court_at, wall, later, speed):
    running = CourtClock(manner="running", court_at=court_at, wall_at=wall, speed=speed)
    assert court_at <= running.read(wall) <= running.read(wall + later) <= END_OF_TIME


@given(court_at=instants, first=spans, then=spans, speed=speeds)
def test_jump_and_running_give_the_same_time(court_at, first, then, speed):
    whole = CourtClock(manner="running", court_at=court_at, wall_at=WALL, speed=speed)
    half = whole.read(WALL + first)
    rest = CourtClock(manner="running", court_at=half, wall_at=WALL + first, speed=speed)
    assert whole.read(WALL + first + then) == rest.read(WALL + first + then)


@given(court_at=instants, waited=spans)
def test_held_clock_keeps_its_time(court_at, waited):
    assert make_clock("held", court_at).read(WALL + waited) == court_at


@pytest.mark.django_db
def test_hold_without_a_time_stops_the_clock(rehearsal):
    with freeze_time(WALL) as wall:
        clock_services.move_clock(
            rehearsal, wall_at=wall_now(), manner=ClockManner.RUNNING, court_at=LIVE, speed=60
        )
        wall.tick(10)
        clock_services.move_clock(rehearsal, wall_at=wall_now(), manner=ClockManner.HELD)
        wall.tick(10)
        assert rehearsal.clock.read(clock.wall_now()) == LIVE + timedelta(minutes=10)


@pytest.mark.django_db
def test_clock_can_go_back(rehearsal):
    clock_services.move_clock(rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=LIVE)
    clock_services.move_clock(
        rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=SEED_MOMENT
    )
    rehearsal.clock.refresh_from_db()
    assert rehearsal.clock.read(clock.wall_now()) == SEED_MOMENT


@pytest.mark.django_db
def test_move_is_logged_with_both_court_times(rehearsal):
    clock_services.move_clock(
        rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=LIVE, who="John Attorney"
    )
    line = Activity.objects.first()
    assert (line.what, line.who) == ("clock.moved", "John Attorney")
    assert "10:06:38 am MT to Monday, April 20, 2020, 8:00:00 am MT, held" in line.detail


@pytest.mark.django_db
def test_moving_a_clock_keeps_other_clocks(rehearsal, other_rehearsal):
    before = other_rehearsal.clock.read(WALL)
    clock_services.move_clock(rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=LIVE)
    other_rehearsal.clock.refresh_from_db()
    assert other_rehearsal.clock.read(WALL) == before


@pytest.mark.django_db
def test_reset_keeps_a_shared_clock(rehearsal, other_rehearsal):
    other_rehearsal.clock = rehearsal.clock
    other_rehearsal.save()
    clock_services.move_clock(rehearsal, wall_at=wall_now(), manner=ClockManner.HELD, court_at=LIVE)
    services.reset(other_rehearsal, wall_at=wall_now())
    rehearsal.clock.refresh_from_db()
    assert rehearsal.clock.read(WALL) == LIVE
