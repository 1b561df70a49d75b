"""A person's home tells what she knows by heart, and not what she forgot."""

import re

import pytest

from tests.support.cast import JOHN, NINA, NOEL, WALTER
from tests.support.recovery_pages import BY_NUMBER, NEW, ask, mailed_link, set_new

pytestmark = pytest.mark.django_db


def home(visitor, who) -> str:
    visitor.post(f"/people/{who.key}/")
    return visitor.get("/").content.decode()


def row(page: str, name: str) -> list[str]:
    """The cells of this person's line in the cast."""
    body = page.partition('id="cast"')[2].partition(f">{name}</th>")[2].partition("</tr>")[0]
    return re.findall(r"<td[^>]*>([^<]*)</td>", body)


def test_walter_finds_nothing_that_he_forgot(visitor):
    page = home(visitor, WALTER)
    cells = row(page, "Walter Practitioner")
    assert (cells[0], cells[1], cells[4]) == ("forgotten", "forgotten", "forgotten")
    assert WALTER.username not in page
    assert WALTER.password not in page


def test_but_all_that_recovery_asks_for(visitor):
    page = home(visitor, WALTER)
    for known in ("7990025", WALTER.email, "01/19/1960", "domino", "tucumcari", "first pet"):
        assert known in page


def test_what_he_set_anew_is_his_to_remember(visitor):
    ask(visitor, BY_NUMBER)
    set_new(visitor, mailed_link(visitor))
    page = home(visitor, WALTER)
    assert row(page, "Walter Practitioner")[1] == "changed in this rehearsal"
    assert NEW not in page


@pytest.mark.parametrize(
    ("who", "known"),
    [(JOHN, "captain"), (NOEL, "buttons"), (NINA, "cookie")],
    ids=["upgraded", "legacy", "no account"],
)
def test_everybody_finds_what_she_knows_by_heart(visitor, who, known):
    page = home(visitor, who)
    assert "What you know by heart" in page
    assert known in page


def test_nobody_has_no_list(visitor):
    assert "What you know by heart" not in visitor.get("/").content.decode()
