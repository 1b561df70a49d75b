"""Giving deleted rows' space back to the disk. PostgreSQL's autovacuum does its own part."""

from typing import Any

from django.db import connection, connections

from rehearsals.cleanup.batches import PAUSE, Pace

INCREMENTAL = 2  # SQLite's auto_vacuum: free pages stay in the file until someone asks for them
NO_WAY_TO_SHRINK = (
    "The database file keeps its size: it was made by an older version. To shrink it once, see"
    ' "The database file doesn\'t shrink" in docs/server-guide.md.'
)


def make_shrinkable(using: str, **_: Any) -> None:
    """Let the SQLite file of a database without tables shrink later. Called before each migration."""
    connection = connections[using]
    if connection.vendor == "sqlite" and not connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA auto_vacuum={INCREMENTAL}")
            cursor.execute("VACUUM")  # writes the empty file again; it has its format already


def give_back() -> str | None:
    """Shrink SQLite's file by its free pages, in small steps; a sentence if it can't shrink."""
    if connection.vendor != "sqlite":
        return None
    if _read("auto_vacuum") != INCREMENTAL:
        return NO_WAY_TO_SHRINK if _read("freelist_count") else None
    pace = Pace(PAUSE)
    while _read("freelist_count"):
        if not pace.step(lambda: _vacuum(pace.rows)):  # nothing moved: others use the pages
            break
    return None


def _vacuum(pages: int) -> int:
    """Cut up to `pages` free pages off the file; how many."""
    before = _read("freelist_count")
    _run(f"incremental_vacuum({pages:d})")
    return before - _read("freelist_count")


def _read(pragma: str) -> int:
    return int(_run(pragma)[0][0])


def _run(pragma: str) -> list[tuple[int]]:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        rows: list[tuple[int]] = cursor.fetchall()  # SQLite frees a page for each row that is read
        return rows
