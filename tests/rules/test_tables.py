"""Each row of docs/rules.md, against the rule itself."""

import pytest

from tests.rules.inside_rehearsal import PLAYED
from tests.rules.pure import RULES
from tests.rules.tables import PAGE, Row, tables

ROWS = [(heading, row) for heading, rows in tables().items() for row in rows]


def each_row(headings):
    rows = [pair for pair in ROWS if pair[0] in headings]
    return pytest.mark.parametrize(("heading", "row"), rows, ids=[row["row"] for _, row in rows])


def agree(row: Row, answer: str | Row) -> None:
    """`answer`: the outcome, or the values of several columns."""
    values = answer if isinstance(answer, dict) else {"outcome": str(answer)}
    assert {name: row[name] for name in values} == {
        name: str(value) for name, value in values.items()
    }


def test_every_table_has_a_function_and_every_row_a_name_of_its_own():
    assert set(tables()) == {*RULES, *PLAYED}
    assert not {*RULES} & {*PLAYED}
    names = [row["row"] for _, row in ROWS]
    assert len(set(names)) == len(names)
    assert all("Source: " in part for part in PAGE.split("\n## ")[1:])


@each_row(RULES)
def test_rule_agrees_with_its_row(heading, row):
    agree(row, RULES[heading](row))


@pytest.mark.django_db
@each_row(PLAYED)
def test_rehearsal_agrees_with_its_row(visitor, heading, row):
    agree(row, PLAYED[heading](row, visitor))
