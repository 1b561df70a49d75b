"""PACER's announcements of the courts' moves."""

import re

import pytest

from tests.support.moments import JUST_BEFORE_LIVE, LIVE, SEED_MOMENT, WEEKEND

pytestmark = pytest.mark.django_db
PATH = "/pacer/announcements/"
COMING = "District of New Mexico moves to NextGen CM/ECF on April 20, 2020"
CLOSED = "District of New Mexico: CM/ECF closes on April 17, 2020"
HERE = "District of New Mexico uses NextGen CM/ECF"


def titles(page) -> list[str]:
    headings = re.findall(r"<h2>([^<]+)</h2>", page.content.decode())
    return [title for title in headings if title.startswith("District of New Mexico")]


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
def test_published_announcements_listed_newest_first(visitor, at, expected):
    assert titles(visitor.at(at).get(PATH)) == expected


def test_announcement_follows_a_changed_go_live_date(visitor, rehearsal):
    court = rehearsal.courts.get(code="nmd")
    court.go_live_at = court.go_live_at.replace(day=27)
    court.save()
    assert "moves to NextGen CM/ECF on April 27, 2020" in visitor.get(PATH).content.decode()


def test_page_costs_the_same_for_more_courts(visitor, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        assert visitor.get(PATH).status_code == 200
