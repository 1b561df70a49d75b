"""PACER's announcements of the courts' moves: each on its day, never before."""

import re

import pytest

from tests.support.moments import JUST_BEFORE_LIVE, LIVE, SEED_MOMENT, WEEKEND

pytestmark = pytest.mark.django_db
PATH = "/pacer/announcements/"
COMING = "District of New Mexico moves to NextGen CM/ECF on April 20, 2020"
CLOSED = "District of New Mexico: CM/ECF closes on April 17, 2020"
HERE = "District of New Mexico uses NextGen CM/ECF"


def titles(page) -> list[str]:
    found = re.findall(r"<h2>([^<]+)</h2>", page.content.decode())
    return [title for title in found if title.startswith("District of New Mexico")]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (SEED_MOMENT, [COMING]),
        (WEEKEND, [CLOSED, COMING]),
        (JUST_BEFORE_LIVE, [CLOSED, COMING]),
        (LIVE, [HERE]),
    ],
    ids=["seed", "weekend", "last-second", "live"],
)
def test_what_is_announced_by_then_the_newest_first(visitor, at, expected):
    assert titles(visitor.at(at).get(PATH)) == expected


def test_a_court_that_moves_its_go_live_is_announced_with_the_new_day(visitor, rehearsal):
    court = rehearsal.courts.get(code="nmd")
    court.go_live_at = court.go_live_at.replace(day=27)
    court.save()
    assert "moves to NextGen CM/ECF on April 27, 2020" in visitor.get(PATH).content.decode()


def test_many_courts_cost_no_more_queries_than_few(visitor, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert visitor.get(PATH).status_code == 200
