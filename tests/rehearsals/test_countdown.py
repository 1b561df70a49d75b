"""Days, hours, minutes and seconds to go-live, on the court clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from rehearsals.clock.countdown import Countdown
from rehearsals.models import ClockManner, CourtClock
from tests.support.moments import LIVE, SECOND, SEED_MOMENT

DENVER, NEW_YORK = "America/Denver", "America/New_York"
HELD = CourtClock(manner=ClockManner.HELD)
RUNNING = CourtClock(manner=ClockManner.RUNNING, speed=60)


def left(target, at, zone=DENVER):
    return Countdown.to(target, at=at, clock=HELD, time_zone=zone)


def mt(*parts):
    return datetime(*parts, tzinfo=ZoneInfo(DENVER))


def test_countdown_matches_seed():
    assert mt(2020, 3, 27, 10, 6, 38) == SEED_MOMENT
    assert left(LIVE, SEED_MOMENT).digits == "23:21:53:22"


@pytest.mark.parametrize(
    ("before", "digits"),
    [
        (timedelta(days=100), "100:00:00:00"),
        (timedelta(days=1), "01:00:00:00"),
        (timedelta(days=1) - SECOND, "00:23:59:59"),
        (timedelta(hours=1) - SECOND, "00:00:59:59"),
        (SECOND, "00:00:00:01"),
        (timedelta(microseconds=1), "00:00:00:01"),
        (timedelta(0), "00:00:00:00"),
        (-SECOND, "00:00:00:00"),
        (timedelta(days=-2000), "00:00:00:00"),
    ],
    ids=str,
)
def test_countdown_reaches_zero_at_go_live_and_stays(before, digits):
    assert left(LIVE, LIVE.astimezone(UTC) - before).digits == digits


def test_spring_night_is_an_hour_shorter():
    # Mountain Time skipped 2 to 3 am on Sunday, March 8, 2020.
    assert left(mt(2020, 3, 8, 8), mt(2020, 3, 7, 8)).digits == "00:23:00:00"


def test_fall_night_is_an_hour_longer():
    assert left(mt(2020, 11, 1, 8), mt(2020, 10, 31, 8)).digits == "01:01:00:00"


def test_repeated_hour_counts_twice():
    first = mt(2020, 11, 1, 1, 30)
    assert left(mt(2020, 11, 1, 8), first).digits == "00:07:30:00"
    assert left(mt(2020, 11, 1, 8), first.replace(fold=1)).digits == "00:06:30:00"


def test_countdown_uses_court_time_zone():
    eight_in_new_york = datetime(2020, 4, 20, 8, tzinfo=ZoneInfo(NEW_YORK))
    assert left(eight_in_new_york, SEED_MOMENT, NEW_YORK).digits == "23:19:53:22"


def test_countdown_ignores_time_zone_of_arguments():
    assert left(LIVE.astimezone(UTC), SEED_MOMENT).digits == "23:21:53:22"
    assert left(LIVE, SEED_MOMENT.astimezone(ZoneInfo("Asia/Tokyo"))).digits == "23:21:53:22"


@pytest.mark.parametrize(
    ("before", "units"),
    [
        (LIVE - SEED_MOMENT, "23 days 21 hours"),
        (timedelta(days=1, hours=1), "1 day 1 hour"),
        (timedelta(hours=5, minutes=1), "5 hours 1 minute"),
        (timedelta(minutes=5), "5 minutes"),
        (SECOND, "Less than a minute"),
    ],
    ids=str,
)
def test_text_names_two_largest_units(before, units):
    text = left(LIVE, LIVE.astimezone(UTC) - before).text
    assert text == f"{units} until Monday, April 20, 2020, at 8:00 am MT"


def test_text_says_no_time_left():
    text = left(LIVE, LIVE).text
    assert text == "No time left. Go-live was on Monday, April 20, 2020, at 8:00 am MT"


def test_countdown_ticks_only_on_running_clock_before_zero():
    def ticking(clock, at):
        return Countdown.to(LIVE, at=at, clock=clock, time_zone=DENVER).ticking

    assert ticking(RUNNING, SEED_MOMENT)
    assert not ticking(HELD, SEED_MOMENT)
    assert not ticking(RUNNING, LIVE)


def test_script_gets_epochs_and_speed():
    shown = Countdown.to(LIVE, at=SEED_MOMENT, clock=RUNNING, time_zone=DENVER)
    assert shown.target_epoch_ms - shown.now_epoch_ms == 2_066_002_000
    assert shown.target_epoch_ms == 1_587_391_200_000
    assert shown.speed == 60
