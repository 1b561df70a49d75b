"""The home page lists recovery details, but never a forgotten credential."""

import re

import pytest

from tests.support.cast import JOHN, NINA, NOEL, WALTER
from tests.support.recovery_pages import BY_NUMBER, NEW, ask, mailed_link, set_new

pytestmark = pytest.mark.django_db


def home(visitor, who) -> str:
    visitor.post(f"/people/{who.key}/")
    return visitor.get("/").content.decode()


def row(page: str, name: str) -> list[str]:
    """The cells of this person's line in the cast table."""
    body = page.partition('id="cast"')[2].partition(f">{name}</th>")[2].partition("</tr>")[0]
    return re.findall(r"<td[^>]*>([^<]*)</td>", body)


def test_forgotten_credentials_are_not_shown(visitor):
    page = home(visitor, WALTER)
    cells = row(page, "Walter Practitioner")
    assert (cells[0], cells[1], cells[4]) == ("forgotten", "forgotten", "forgotten")
    assert WALTER.username not in page
    assert WALTER.password not in page


def test_every_recovery_detail_is_shown(visitor):
    page = home(visitor, WALTER)
    for known in ("7990025", WALTER.email, "01/19/1960", "domino", "tucumcari", "first pet"):
        assert known in page


def test_recovered_password_is_not_shown(visitor):
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
def test_each_person_has_recovery_details(visitor, who, known):
    page = home(visitor, who)
    assert "Your recovery details" in page
    assert known in page


def test_no_recovery_details_without_a_person(visitor):
    assert "Your recovery details" not in visitor.get("/").content.decode()
