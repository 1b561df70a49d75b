"""Storage trouble: a database that is down, locked, full, read-only, damaged or without its tables.

It is nobody's mistake in the request, so a page answers 503 and works again when the trouble is over.
"""

import os
import threading
from collections.abc import Iterator

from django.db import (
    DatabaseError,
    Error,
    InterfaceError,
    OperationalError,
    connection,
    connections,
)

# PostgreSQL's codes of errors that Django doesn't call operational.
_READ_ONLY, _NO_TABLE, _NO_COLUMN = "25006", "42P01", "42703"
_STATES = {_READ_ONLY, _NO_TABLE, _NO_COLUMN}

# Parts of SQLite's and PostgreSQL's messages, and what they mean. The first that fits counts.
_MEANINGS = (
    (("is locked", "lock timeout"), "Another program holds its lock. Stop that program, or wait."),
    (("is full", "no space left"), "The disk is full. Free some space."),
    (("readonly", "read-only"), "Its file, folder or disk can't be written. Make it writable."),
    (("unable to open", "disk i/o"), "Its file can't be read or written. Check the folder and the disk."),
    (("malformed", "not a database"), "Its file is damaged. Restore a backup."),
    (
        ("no such table", "no such column", "has no column"),
        "It has no tables, or those of an older version. Check DATA_DIR, or run: manage.py migrate",
    ),
    (("password authentication", "role "), "It refuses the user of DATABASE_URL. Correct DATABASE_URL."),
    (("does not exist",), "It doesn't exist. Create it, or correct DATABASE_URL."),
)  # fmt: skip


def trouble_behind(error: BaseException | None) -> Error | None:
    """The storage trouble that led to `error`, if any. Django's session store hides it behind its own."""
    return next((one for one in _chain(error) if _is_trouble(one)), None)  # type: ignore[return-value]


def in_words(trouble: Error) -> str:
    """What is wrong, in one line for the person who runs the server. It has nothing that a user typed."""
    said = " ".join(str(trouble).split())
    if _state(trouble) in (_NO_TABLE, _NO_COLUMN):
        said = "no such table"
    meaning = next(
        (meaning for parts, meaning in _MEANINGS if any(part in said.lower() for part in parts)),
        "It doesn't answer. Start it, or correct DATABASE_URL.",
    )
    return f"The database can't be used ({said}). {meaning}"


def close_connections(trouble: Error) -> None:
    """Close this thread's connections, so that the next request doesn't use one to a file that is gone.

    A lock passes. To connect while it lasts could fail where reading would not.
    """
    if "is locked" in str(trouble):
        return
    for one in connections.all(initialized_only=True):
        if not one.in_atomic_block:
            one.close()


_of_thread = threading.local()


def follow_file() -> None:
    """Close this thread's connection to an SQLite file that was deleted or replaced.

    SQLite would go on with the old file, and what it writes there is lost. Raises OperationalError if there
    is no file; to connect would make an empty one.
    """
    if connection.vendor != "sqlite":
        return
    try:
        file = os.stat(connection.settings_dict["NAME"])
    except OSError as error:
        connection.close()
        _of_thread.file = None
        raise OperationalError(f"unable to open database file: {error.strerror}") from error
    is_other_file = getattr(_of_thread, "file", None) not in (None, (file.st_dev, file.st_ino))
    if is_other_file and not connection.in_atomic_block:
        connection.close()
    _of_thread.file = file.st_dev, file.st_ino


def _is_trouble(error: BaseException) -> bool:
    if isinstance(error, OperationalError | InterfaceError):
        return True
    # A damaged SQLite file has no class of its own. Django's own DatabaseErrors have no cause.
    is_damage = type(error) is DatabaseError and error.__cause__ is not None
    return is_damage or (isinstance(error, DatabaseError) and _state(error) in _STATES)


def _state(error: BaseException) -> str | None:
    return getattr(error.__cause__, "sqlstate", None)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
