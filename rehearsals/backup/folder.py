"""A backup on disk: a folder with the database, the documents, the secret key, and what they are."""

import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rehearsals.backup.documents import count_in

NAME = re.compile(r"backup-\d{8}T\d{6}Z")
ABOUT, DATABASE, SECRET_KEY, DOCUMENTS = "about.json", "database", "secret_key", "documents"


class BackupProblem(Exception):
    """A backup or a restore can't go on. The message says why and what to do."""


@dataclass(frozen=True)
class About:
    """`vendor`: Django's name of the database. `migrations`: those applied, as "app.name".

    `documents`: how many files the folder of documents has; None if there is no such folder.
    """

    vendor: str
    made_at: str
    migrations: list[str]
    documents: int | None = None


@contextmanager
def new_folder(parent: Path, *, wall_at: datetime) -> Iterator[Path]:
    """A private folder that gets its name only when the block ends without an error.

    `wall_at`: UTC, and part of the name. So a folder called "backup-…" is always complete.
    """
    name = f"backup-{wall_at:%Y%m%dT%H%M%SZ}"
    parent.mkdir(parents=True, exist_ok=True)
    unfinished = parent / f".{name}.{secrets.token_hex(4)}"
    unfinished.mkdir(mode=0o700)
    try:
        yield unfinished
        for path in unfinished.rglob("*"):
            path.chmod(0o700 if path.is_dir() else 0o600)
        unfinished.rename(parent / name)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def write_about(folder: Path, about: About) -> None:
    (folder / ABOUT).write_text(json.dumps(vars(about), indent=1) + "\n")


def read_about(folder: Path) -> About:
    """What `folder` holds. Raises BackupProblem if it isn't a complete backup."""
    try:
        about = About(**json.loads((folder / ABOUT).read_text()))
        if not all(isinstance(name, str) for name in about.migrations):
            raise TypeError
    except (OSError, ValueError, TypeError):
        raise BackupProblem(
            f"{folder} is not a backup: it has no readable {ABOUT}. Name a folder that "
            "`manage.py backup` made."
        ) from None
    for name in (DATABASE, SECRET_KEY):
        if not (folder / name).is_file():
            raise BackupProblem(f"{folder} has no file {name}. Take another backup.")
    if about.documents is not None and about.documents != count_in(folder / DOCUMENTS):
        raise BackupProblem(f"{folder / DOCUMENTS} is not complete. Take another backup.")
    return about


def read_secret_key(folder: Path) -> str:
    """The secret key in the backup `folder`. Raises BackupProblem if there is none."""
    try:
        key = (folder / SECRET_KEY).read_text().strip()
    except (OSError, ValueError):
        key = ""
    if not key:
        raise BackupProblem(f"{folder / SECRET_KEY} holds no key. Use another backup.")
    return key


def delete_all_but_newest(parent: Path, keep: int) -> int:
    """Delete the oldest backups in `parent` so that `keep` are left; how many went."""
    old = sorted(path for path in parent.iterdir() if NAME.fullmatch(path.name))[:-keep]
    for path in old:
        shutil.rmtree(path)
    return len(old)


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, at once or not at all."""
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with open(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    unfinished.replace(path)
