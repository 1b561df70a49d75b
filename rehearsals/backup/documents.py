"""Copies of the folder with the filed documents.

A file's name tells its content, and a file never changes. So a restore adds the files that aren't there, and
the daily cleanup deletes those that no restored row names.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.core.files.storage import FileSystemStorage, storages


def stored_in() -> Path | None:
    """The folder of the storage "documents"; None if the storage is something else than a folder."""
    storage = storages["documents"]
    return Path(storage.location) if isinstance(storage, FileSystemStorage) else None


def dump(source: Path, target: Path) -> int:
    """Copy the files below `source` into the new folder `target`; how many. They may change meanwhile.

    Copy the database first: a filing stores its files before its rows, so each row then has its file.
    """
    target.mkdir()
    return sum(_copy(source / name, target / name) for name in _names(source))


def restore(source: Path, target: Path) -> None:
    """Add the files of the backup's folder `source` to `target`. Nothing in `target` is deleted."""
    for name in _names(source):
        if not _is_whole(target / name, source / name):
            _copy(source / name, target / name)


def count_in(folder: Path) -> int:
    return sum(1 for _ in _names(folder))


def _names(folder: Path) -> Iterator[Path]:
    """The files below `folder`, as paths from there. A link isn't ours, so it is left out."""
    for parent, _, names in os.walk(folder):
        for path in (Path(parent) / name for name in names):
            if not path.is_symlink():
                yield path.relative_to(folder)


def _is_whole(target: Path, source: Path) -> bool:
    return target.is_file() and target.stat().st_size == source.stat().st_size


def _copy(source: Path, target: Path) -> bool:
    """Copy a file at once or not at all. False if it was deleted meanwhile."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.{secrets.token_hex(4)}")
    try:
        shutil.copyfile(source, unfinished)
        unfinished.replace(target)
    except FileNotFoundError:
        return False
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()
    return True
