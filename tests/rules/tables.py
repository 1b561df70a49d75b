"""The tables of docs/rules.md as data."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

PAGE = (Path(settings.BASE_DIR) / "docs/rules.md").read_text()
Row = dict[str, str]


def tables() -> dict[str, list[Row]]:
    """Each heading's rows; a row maps column names to cells."""
    rows_of = {}
    for part in PAGE.split("\n## ")[1:]:
        lines = [line for line in part.splitlines() if line.startswith("|")]
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        rows = [dict(zip(cells[0], row, strict=True)) for row in cells[2:]]
        rows_of[part.splitlines()[0]] = rows
    return rows_of


def at(row: Row, column: str) -> datetime:
    return datetime.fromisoformat(row[column])


def yes(row: Row, column: str) -> bool:
    assert row[column] in ("yes", "no"), row
    return row[column] == "yes"


def outcome(reason) -> str:
    return reason.name if reason else "ok"
