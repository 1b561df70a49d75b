"""The timeline shows three phases and where the court clock is."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from rehearsals.clock.timeline import Mark, position, timeline

CLOSES = datetime(2020, 4, 17, 21, tzinfo=UTC)
OPENS = datetime(2020, 4, 20, 14, tzinfo=UTC)


@dataclass
class CourtStub:
    outage_starts_at = CLOSES
    go_live_at = OPENS
    time_zone = "America/Denver"


COURT = CourtStub()


@pytest.mark.parametrize(
    ("at", "percent"),
    [
        (CLOSES - timedelta(days=400), 0),
        (CLOSES - timedelta(days=31), 0),
        (CLOSES - timedelta(days=15, hours=12), 25),
        (CLOSES, 50),
        (CLOSES + (OPENS - CLOSES) / 2, 62.5),
        (OPENS, 75),
        (OPENS + timedelta(days=1, hours=12), 87.5),
        (OPENS + timedelta(days=400), 100),
    ],
)
def test_position_is_linear_in_each_phase_and_stops_at_the_ends(at, percent):
    assert position(COURT, at) == percent


@pytest.mark.parametrize(
    ("at", "now"),
    [
        (CLOSES - timedelta(seconds=1), "legacy"),
        (CLOSES, "outage"),
        (OPENS - timedelta(seconds=1), "outage"),
        (OPENS, "nextgen"),
    ],
)
def test_a_phase_includes_the_instant_it_begins(at, now):
    assert [phase.key for phase in timeline(COURT, at).phases if phase.is_now] == [now]


def test_marks_are_listed_in_their_phase_in_order():
    marks = [Mark("b", "Later", OPENS), Mark("a", "Earlier", CLOSES - timedelta(days=1))]
    legacy, outage, nextgen = timeline(COURT, CLOSES, marks).phases
    assert [shown.mark.key for shown in legacy.marks] == ["a"]
    assert legacy.marks[0].when == "Thu, April 16, 3:00 pm"
    assert legacy.marks[0].is_past
    assert outage.marks == ()
    assert [shown.mark.label for shown in nextgen.marks] == ["Later"]


def test_a_mark_of_a_whole_day_shows_no_time():
    mark = Mark(
        "reminder", "Reminder notice", datetime(2020, 3, 20, 6, tzinfo=UTC), is_all_day=True
    )
    assert timeline(COURT, CLOSES, [mark]).phases[0].marks[0].when == "Fri, March 20"


def test_the_current_time_is_in_words():
    assert timeline(COURT, OPENS).now == "Mon, April 20, 8:00 am MT"
