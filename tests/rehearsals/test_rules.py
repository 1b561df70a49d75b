"""Reading a time, who may move the clock, and what a court time means."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearsals.clock.rules import (
    InstantFault,
    meaning,
    other_day_notice,
    read_instant,
    why_not_move_clock,
)
from rehearsals.help.refusals import RehearsalRefusal
from rehearsals.models import ClockControl, Rehearsal
from rehearsals.rules import why_not_reset
from tests.support.moments import (
    JUST_BEFORE_LIVE,
    JUST_BEFORE_OUTAGE,
    LIVE,
    OUTAGE,
    PACK,
    SECOND,
    SEED_MOMENT,
)

DENVER = "America/Denver"


@pytest.mark.parametrize(
    "written",
    [
        "2020-04-20T08:00:00",
        "2020-04-20 08:00:00",
        " 2020-04-20 08:00 ",
        "2020-04-20 8:00",
        "2020-04-20T8:00:00",
        "2020-04-20T14:00:00Z",
        "2020-04-20T14:00:00.000Z",
        "2020-04-20T16:00:00+02:00",
        "20200420T080000",
    ],
)
def test_accepted_spellings_of_a_time(written):
    assert read_instant(written, DENVER) == LIVE
    assert read_instant(written, DENVER).tzinfo is UTC


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("", InstantFault.UNREADABLE),
        ("tomorrow", InstantFault.UNREADABLE),
        ("2020-02-30 08:00:00", InstantFault.UNREADABLE),
        ("2020-04-20 25:00:00", InstantFault.UNREADABLE),
        ("2020-04-20 08:00:00\x00", InstantFault.UNREADABLE),
        ("２０２０-04-20 08:00:00", InstantFault.UNREADABLE),
        ("2" * 10_000, InstantFault.UNREADABLE),
        ("0001-01-01 00:00:00+14:00", InstantFault.YEAR_OUT_OF_RANGE),
        ("9999-12-31 23:59:59-14:00", InstantFault.YEAR_OUT_OF_RANGE),
        ("1999-12-31 23:59:59", InstantFault.YEAR_OUT_OF_RANGE),
        ("2100-01-01 00:00:00", InstantFault.YEAR_OUT_OF_RANGE),
    ],
)
def test_invalid_time_is_refused_with_its_reason(written, fault):
    assert read_instant(written, DENVER) is fault


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2020-03-08 01:59:59", datetime(2020, 3, 8, 8, 59, 59, tzinfo=UTC)),
        ("2020-03-08 02:00:00", InstantFault.SKIPPED),
        ("2020-03-08 02:59:59", InstantFault.SKIPPED),
        ("2020-03-08 03:00:00", datetime(2020, 3, 8, 9, tzinfo=UTC)),
        ("2020-11-01 00:59:59", datetime(2020, 11, 1, 6, 59, 59, tzinfo=UTC)),
        ("2020-11-01 01:00:00", InstantFault.DOUBLED),
        ("2020-11-01 01:59:59", InstantFault.DOUBLED),
        ("2020-11-01 01:30:00-06:00", datetime(2020, 11, 1, 7, 30, tzinfo=UTC)),
        ("2020-11-01 01:30:00-07:00", datetime(2020, 11, 1, 8, 30, tzinfo=UTC)),
        ("2020-11-01 02:00:00", datetime(2020, 11, 1, 9, tzinfo=UTC)),
    ],
)
def test_times_in_the_nights_when_clocks_change(written, read):
    assert read_instant(written, DENVER) == read


def test_zone_without_daylight_time_accepts_every_hour():
    assert read_instant("2020-03-08 02:30", "America/Phoenix") == datetime(
        2020, 3, 8, 9, 30, tzinfo=UTC
    )


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(written):
    read = read_instant(written, DENVER)
    assert isinstance(read, InstantFault | datetime)


@given(st.datetimes(datetime(2000, 1, 2), datetime(2099, 12, 30), timezones=st.just(UTC)))
def test_time_with_an_offset_is_read_exactly(at):
    assert read_instant(at.isoformat(), DENVER) == at.replace(microsecond=0)


def test_anyone_may_move_clock_and_reset_under_holder_control():
    own = Rehearsal(clock_control=ClockControl.HOLDER)
    assert why_not_move_clock(own) is None
    assert why_not_reset(own) is None


def test_only_trainers_may_move_clock_and_reset_under_staff_control():
    rehearsal = Rehearsal(clock_control=ClockControl.STAFF)
    assert why_not_move_clock(rehearsal) is RehearsalRefusal.CLOCK_IS_TRAINERS
    assert why_not_reset(rehearsal) is RehearsalRefusal.RESET_IS_TRAINERS


def _meaning(at: datetime) -> str:
    return meaning(
        at,
        moments=PACK.moments,
        outage_starts_at=OUTAGE,
        go_live_at=LIVE,
        time_zone=DENVER,
    )


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (SEED_MOMENT, "The countdown reads 23:21:53:22."),
        (JUST_BEFORE_OUTAGE, "Legacy CM/ECF is open until Friday, April 17, 2020, at 3:00 pm MT."),
        (OUTAGE, "The outage starts."),
        (OUTAGE + SECOND, "CM/ECF is closed until Monday, April 20, 2020, at 8:00 am MT. PACER is"),
        (
            JUST_BEFORE_LIVE,
            "CM/ECF is closed until Monday, April 20, 2020, at 8:00 am MT. PACER is",
        ),
        (LIVE, "NextGen opens. You can link your accounts."),
        (LIVE + timedelta(days=30), "NextGen CM/ECF is open"),
    ],
)
def test_meaning_of_a_court_time(at, words):
    assert _meaning(at).startswith(words)


@pytest.mark.parametrize(
    ("left", "now", "notice"),
    [
        (OUTAGE, LIVE, "Monday, April 20. You closed your browser on Friday, April 17: log in"),
        (LIVE, OUTAGE, "Friday, April 17. The court clock was moved back from Monday, April 20:"),
        (LIVE, LIVE, "Monday, April 20. The court clock was moved to another day and back: log in"),
        (
            LIVE,
            LIVE.replace(year=2026),
            "20, 2026. You closed your browser on Monday, April 20, 2020",
        ),
    ],
)
def test_notice_is_true_for_any_two_days(left, now, notice):
    assert notice in other_day_notice(now, left, "America/Denver")
