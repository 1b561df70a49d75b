"""Back up and restore everything that a server keeps: the database, the documents and the secret key."""

import sqlite3
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from rehearsals.backup import documents, postgresql, sqlite
from rehearsals.backup.folder import (
    DATABASE,
    DOCUMENTS,
    SECRET_KEY,
    About,
    BackupProblem,
    new_folder,
    read_about,
    read_secret_key,
    write_about,
    write_private,
)

NOT_IN_BACKUP = (
    "The filed documents are not in the backup, because DOCUMENTS_BACKEND is no folder of this machine. "
    "Back up that storage with its own tools."
)
NOT_RESTORED = (
    "No documents were restored, because the backup has none. "
    "Restore them with the tools of their storage."
)
NO_FOLDER = (
    "No documents were restored, because DOCUMENTS_BACKEND is no folder of this machine. "
    "Copy the backup's folder documents into that storage."
)
SET_KEY = "Set SECRET_KEY to the content of the backup's file secret_key. Everyone is logged out otherwise."


def back_up(parent: Path, *, wall_at: datetime) -> Path:
    """Make a new folder in `parent` with the database, the documents, the secret key, and what they are.

    The server may run meanwhile. `wall_at`: wall time (UTC). Raises BackupProblem.
    """
    _refuse_pgbouncer()
    try:
        with new_folder(parent, wall_at=wall_at) as folder:
            applied = MigrationLoader(connection).applied_migrations
            migrations = sorted(f"{app}.{name}" for app, name in applied)
            _dump(folder / DATABASE)
            source = documents.stored_in()
            count = documents.dump(source, folder / DOCUMENTS) if source else None
            write_private(folder / SECRET_KEY, settings.SECRET_KEY)
            write_about(folder, About(connection.vendor, wall_at.isoformat(), migrations, count))
    except (OSError, sqlite3.Error) as error:
        raise BackupProblem(f"The backup failed: {error}. Check {parent}.") from error
    return parent / f"backup-{wall_at:%Y%m%dT%H%M%SZ}"


def why_without_documents() -> str:
    """What the operator must do because a backup doesn't have the documents, or ""."""
    return "" if documents.stored_in() else NOT_IN_BACKUP


def restore(folder: Path, *, replace: bool = False) -> list[str]:
    """Put the backup in `folder` in place of the database, and its secret key into DATA_DIR.

    Its documents are added to those that are stored. Returns what the operator must still do. The server
    must be stopped. Raises BackupProblem; the database is then as it was.
    """
    about, key = read_about(folder), read_secret_key(folder)
    _refuse_pgbouncer()
    if about.vendor != connection.vendor:
        raise BackupProblem(
            f"The backup is of {about.vendor}, but DATABASE_URL is {connection.vendor}. "
            "Data don't move from one to the other."
        )
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations or ()}
    if newer := sorted({*about.migrations} - known):
        raise BackupProblem(
            f"The backup is of a newer version, which has {newer[-1]}. Install that version first."
        )
    if connection.introspection.table_names() and not replace:
        raise BackupProblem(
            "The database is not empty. To delete what it holds now, add --replace."
        )
    connection.close()
    try:
        todo = [_restore_documents(folder, about)]
        _load(folder / DATABASE)
        todo.append(_restore_key(key))
    except (OSError, sqlite3.Error) as error:
        raise BackupProblem(f"The restore failed: {error}.") from error
    return [one for one in todo if one]


def _refuse_pgbouncer() -> None:
    """pg_dump changes its session, and another transaction might come into that session."""
    if connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
        raise BackupProblem(
            "PgBouncer is in between. Set DATABASE_URL to PostgreSQL's own port and PGBOUNCER=false."
        )


def _dump(target: Path) -> None:
    if connection.vendor == "sqlite":
        sqlite.dump(Path(connection.settings_dict["NAME"]), target)
    else:
        postgresql.dump(connection.settings_dict, target)


def _load(source: Path) -> None:
    if connection.vendor == "sqlite":
        sqlite.restore(source, Path(connection.settings_dict["NAME"]))
    else:
        postgresql.restore(connection.settings_dict, source)


def _restore_documents(folder: Path, about: About) -> str:
    """Files come before the rows that name them, as in a filing."""
    target = documents.stored_in()
    if about.documents is None:
        return NOT_RESTORED
    if target is None:
        return NO_FOLDER if about.documents else ""
    documents.restore(folder / DOCUMENTS, target)
    return ""


def _restore_key(key: str) -> str:
    """Write the key to where `scripts/with-env` keeps it, unless the operator sets it elsewhere."""
    if key == settings.SECRET_KEY:
        return ""
    file = Path(settings.DATA_DIR) / "secret_key"
    if file.exists() and file.read_text().strip() == settings.SECRET_KEY:
        write_private(file, key)
        return ""
    return SET_KEY
