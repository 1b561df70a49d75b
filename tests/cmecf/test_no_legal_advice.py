"""The pages say what to do about a due date in the outage, never what happens to it."""

import re

import pytest

from tests.support.cast import GILBERT
from tests.support.moments import LAST_HOUR, LIVE, SEED_MOMENT, WEEKEND
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db
PAGES = (
    "/www/nmd/", "/www/nmd/cmecf-nextgen/", "/www/nmd/news/nextgen-reminder/", "/ecf/nmd/",
    "/help/who-to-call/", "/",
)  # fmt: skip
ADVICE = re.compile(
    r"(is|are|be|was) (automatically )?extended|extends? (the|your)|you have until|counts? as timely"
    r"|it counts|excused|tolled|deemed (filed|timely)|inaccessib|6\(a\)\(3\)|next business day",
    re.I,
)


@pytest.mark.parametrize("at", [SEED_MOMENT, LAST_HOUR, WEEKEND, LIVE])
def test_no_page_gives_legal_advice_about_a_deadline(visitor, at):
    visitor.at(at).post(f"/people/{GILBERT.key}/")
    assert "due Saturday, April 18" in page_text(visitor.get("/"))
    found = {path: ADVICE.search(page_text(visitor.get(path, follow=True))) for path in PAGES}
    assert {path: match[0] for path, match in found.items() if match} == {}


@pytest.mark.parametrize(
    "sentence",
    ["The deadline is extended to Monday.", "You have until Monday.", "Late is excused."],
)
def test_advice_would_be_found(sentence):
    assert ADVICE.search(sentence)


def test_court_says_to_file_before_it_closes_or_to_contact_the_clerks_office(visitor):
    page = page_text(visitor.at(LAST_HOUR).get("/www/nmd/cmecf-nextgen/"))
    assert (
        "file it before Friday, April 17, 2020, at 3:00 pm MT, or contact the Clerk's Office at"
        " (505) 348-2075." in page
    )
    notice = page_text(visitor.at(WEEKEND).get("/www/nmd/"))
    assert "contact the Clerk's Office at (505) 348-2075." in notice
