"""docs/rules.md cannot drift: each row of its tables is asked of the rule itself."""

import pytest

from tests.rules.inside_rehearsal import STORIES
from tests.rules.pure import RULES
from tests.rules.tables import PAGE, Row, tables

ROWS = [(heading, row) for heading, rows in tables().items() for row in rows]


def each(asked):
    found = [pair for pair in ROWS if pair[0] in asked]
    return pytest.mark.parametrize(("heading", "row"), found, ids=[row["row"] for _, row in found])


def agree(row: Row, answer: str | Row) -> None:
    """`answer`: the outcome, or the columns it is spread over."""
    got = answer if isinstance(answer, dict) else {"outcome": str(answer)}
    assert {name: row[name] for name in got} == {name: str(value) for name, value in got.items()}


def test_every_table_is_asked_and_no_row_has_the_name_of_another():
    assert set(tables()) == {*RULES, *STORIES}
    assert not {*RULES} & {*STORIES}
    names = [row["row"] for _, row in ROWS]
    assert len(set(names)) == len(names)
    assert all("Source: " in part for part in PAGE.split("\n## ")[1:])


@each(RULES)
def test_the_rule_says_what_the_table_says(heading, row):
    agree(row, RULES[heading](row))


@pytest.mark.django_db
@each(STORIES)
def test_the_story_does_what_the_table_says(visitor, heading, row):
    agree(row, STORIES[heading](row, visitor))
