"""Copies of a SQLite file with SQLite's own backup interface."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from rehearsals.backup.folder import BackupProblem


def dump(database: Path, target: Path) -> None:
    """Copy `database` as it is at one moment. Others may read and write meanwhile.

    Raises BackupProblem if there is no database, or the copy isn't sound.
    """
    if not database.exists():
        raise BackupProblem(f"There is no database {database}. Check DATA_DIR and DATABASE_URL.")
    _copy(database, target)
    _check(target)


def restore(source: Path, database: Path) -> None:
    """Put a copy of `source` in the place of `database`, whose old file stays as "….replaced".

    Raises BackupProblem if `source` is damaged or a server still uses `database`.
    """
    _check(source)
    database = database.resolve()  # a link stays, and leads to the restored file
    database.parent.mkdir(parents=True, exist_ok=True)
    unfinished = database.with_name(f"{database.name}.restoring")
    unfinished.unlink(missing_ok=True)
    _copy(source, unfinished)
    if database.exists():
        _close(database)
        database.replace(database.with_name(f"{database.name}.replaced"))
    unfinished.replace(database)


def _copy(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")  # one file, without a -wal beside it


def _check(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.create_function("REGEXP", 2, _matches)
        try:
            answer = connection.execute("PRAGMA quick_check").fetchone()[0]
            connection.execute("SELECT 1 FROM django_migrations")  # an empty file is sound too
        except sqlite3.DatabaseError as error:
            answer = str(error)
    if answer != "ok":
        raise BackupProblem(f"{database} is damaged ({answer}). Use another backup.")


def _matches(pattern: str | None, text: object) -> bool | None:
    """SQLite has no REGEXP of its own; our CHECK constraints use it, and the check runs them."""
    return None if pattern is None or text is None else bool(re.search(pattern, str(text)))


def _close(database: Path) -> None:
    """Move everything into the one file. This works only while nobody else has it open."""
    with closing(sqlite3.connect(database, timeout=1)) as connection:
        try:
            connection.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.OperationalError:
            raise BackupProblem(
                "A server still uses the database. Stop it, then restore again."
            ) from None
