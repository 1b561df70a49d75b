"""The clock page."""

import pytest

from rehearsals.clock import clock
from rehearsals.models import Activity, ClockControl, ClockManner
from tests.support.moments import JUST_BEFORE_LIVE, LIVE, OUTAGE, PACK, SEED_MOMENT

pytestmark = pytest.mark.django_db


def reading(rehearsal):
    rehearsal.clock.refresh_from_db()
    return rehearsal.clock.read(clock.wall_now())


def test_page_shows_the_moments_and_the_clock(visitor):
    page = visitor.get("/clock/").content.decode()
    assert "Friday, March 27, 2020, 10:06:38 am MT. The clock is stopped" in page
    assert all(f'name="moment" value="{moment.key}"' in page for moment in PACK.moments)


@pytest.mark.parametrize("moment", PACK.moments, ids=lambda moment: moment.key)
def test_moment_button_moves_the_clock_and_says_what_it_means(visitor, rehearsal, moment):
    page = visitor.post("/clock/", {"moment": moment.key, "manner": "held"}, follow=True)
    assert reading(rehearsal) == moment.at
    assert moment.meaning in str(next(iter(page.context["messages"])))


def test_post_needs_only_at_and_manner(visitor, rehearsal):
    answer = visitor.post("/clock/", {"at": "2020-04-20T07:59:59", "manner": "held"})
    assert answer.status_code == 302
    assert reading(rehearsal) == JUST_BEFORE_LIVE


def test_run_without_a_time_continues_from_the_held_time(visitor, rehearsal):
    visitor.post("/clock/", {"manner": "running", "speed": "600"})
    rehearsal.clock.refresh_from_db()
    assert (rehearsal.clock.manner, rehearsal.clock.speed) == (ClockManner.RUNNING, 600)
    assert rehearsal.clock.court_at == SEED_MOMENT


def test_clock_can_follow_wall_time(visitor, rehearsal):
    visitor.post("/clock/", {"manner": "wall"})
    rehearsal.clock.refresh_from_db()
    assert rehearsal.clock.manner == ClockManner.WALL


def test_post_keeps_clocks_of_other_rehearsals(visitor, other_rehearsal):
    other_rehearsal.clock.refresh_from_db()
    before = other_rehearsal.clock.court_at
    visitor.post("/clock/", {"moment": "live", "manner": "held"})
    other_rehearsal.clock.refresh_from_db()
    assert other_rehearsal.clock.court_at == before


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2020-03-08 02:30:00", "skipped this time"),
        ("2020-11-01 01:30:00", "happened twice"),
        ("0020-04-20 08:00:00", "Enter a year from 2000 to 2099"),
        ("next Monday", "Enter an existing date and time"),
        ("9" * 10_000, "Enter an existing date and time"),
        ("2020-04-20 🕗", "Enter an existing date and time"),
        ("2020-04-20\x0008:00", "Null characters are not allowed"),
    ],
)
def test_invalid_time_shows_an_error_and_moves_nothing(visitor, rehearsal, at, words):
    page = visitor.post("/clock/", {"at": at, "manner": "held"})
    assert page.status_code == 200
    assert words in page.content.decode()
    assert page.context["form"]["at"].value() == at
    assert reading(rehearsal) == SEED_MOMENT


@pytest.mark.parametrize(
    "bad",
    [
        {"manner": "backwards"},
        {},
        {"manner": "held", "moment": "doomsday"},
        {"manner": "running", "speed": "1e9"},
        {"manner": "running", "speed": "-1"},
    ],
)
def test_forged_choice_moves_nothing(visitor, rehearsal, bad):
    page = visitor.post("/clock/", {"at": "2020-04-20 08:00:00", **bad})
    assert page.context["form"].errors
    assert reading(rehearsal) == SEED_MOMENT


def test_post_returns_to_the_referring_page(visitor, rehearsal):
    came_from = f"http://testserver{rehearsal.mount}/mail/?to=a"
    page = visitor.get("/clock/", HTTP_REFERER=came_from)
    kept = page.context["next"]
    answer = visitor.post("/clock/", {"moment": "live", "manner": "held", "next": kept})
    assert answer.url == f"{rehearsal.mount}/mail/?to=a"


@pytest.mark.parametrize(
    "forged",
    ["https://evil.example/", "//evil.example/mail/", "/admin/", "/r/demo/mail/", "\\\\evil", "x"],
)
def test_forged_next_is_ignored(visitor, rehearsal, forged):
    answer = visitor.post("/clock/", {"moment": "live", "manner": "held", "next": forged})
    assert answer.url == f"{rehearsal.mount}/clock/"


class TestStaffClockControl:
    @pytest.fixture(autouse=True)
    def _staff_control(self, rehearsal):
        rehearsal.clock_control = ClockControl.STAFF
        rehearsal.save()

    def test_visitors_see_moments_without_buttons(self, visitor):
        page = visitor.get("/clock/").content.decode()
        assert "Only your trainer can move this rehearsal&#x27;s clock." in page
        assert PACK.moment("live").label in page
        assert 'name="moment"' not in page
        assert 'name="at"' not in page

    def test_post_is_refused_and_names_the_trainer(self, visitor, rehearsal):
        page = visitor.post("/clock/", {"moment": "live", "manner": "held"})
        assert page.status_code == 409
        assert "Your trainer" in page.content.decode()
        assert reading(rehearsal) == SEED_MOMENT


def test_move_is_logged_with_its_author(visitor):
    visitor.post("/people/p02/")
    visitor.post("/clock/", {"moment": "freeze", "manner": "held"})
    line = Activity.objects.first()
    assert (line.what, line.who, line.court_at) == ("clock.moved", "John Attorney", OUTAGE)


def test_clock_page_query_count(visitor, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):
        visitor.get("/clock/")


def test_running_clock_advances_between_pages(visitor, freezer_at_noon):
    visitor.post("/clock/", {"at": "2020-04-20 07:59:50", "manner": "running"})
    freezer_at_noon.tick(10)
    assert visitor.get("/clock/").context["at"] == LIVE


def test_moments_are_buttons_in_the_phase_that_they_begin(visitor):
    phases = visitor.get("/clock/").context["timeline"].phases
    keys = [[shown.mark.key for shown in phase.marks] for phase in phases]
    assert keys == [
        ["reminder", "seed-moment", "last-hour"],
        ["freeze", "weekend", "eve"],
        ["live", "first-rush", "day-two"],
    ]


def test_court_time_between_two_moments_is_in_the_list(visitor):
    page = visitor.at(SEED_MOMENT).get("/clock/").content.decode()
    assert page.count('aria-current="time"') == 1
    page = visitor.at(JUST_BEFORE_LIVE).get("/clock/").content.decode()
    assert 'aria-current="time"' not in page
    assert "Now: Mon, April 20, 7:59 am MT</li>" in page
