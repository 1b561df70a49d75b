"""Where documents are stored: the Django storage "documents", outside of the web root.

Files of the packs and practice documents are shared by all rehearsals, under their SHA-256. What a learner
uploads is in a folder of its rehearsal, under a name that no other file ever has, so deleting a file never
takes it from another document. Only the functions of this module call the storage, because each storage has
errors of its own.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from rehearsals.documents.document import Document

SHARED = "shared"

log = logging.getLogger(__name__)


class StorageDown(OSError):
    """The storage can't be read or written. It is nobody's mistake in the request."""


def storage() -> Storage:
    return storages["documents"]


@contextmanager
def _storage_errors() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise
    except Exception as error:  # a storage in the network has exceptions of its own
        log.warning("the storage of documents: %s: %s", type(error).__name__, error)
        raise StorageDown("The storage of documents can't be used.") from error


def path_of(folder: str, name: str) -> str:
    return f"{folder}/{name}.pdf"


def is_shared(path: str) -> bool:
    """Whether the file belongs to all rehearsals."""
    return path.startswith(f"{SHARED}/")


def keep_shared(document: Document) -> str:
    """Store the file for all rehearsals, unless it is there; its path. Raises StorageDown."""
    path = path_of(SHARED, document.digest)
    return path if has(path, document.size) else write(path, document.content)


def has(path: str, size: int) -> bool:
    """Whether a whole file of `size` bytes is stored. One that was cut off by a crash isn't whole."""
    with _storage_errors():
        return storage().exists(path) and storage().size(path) == size


def write(path: str, content: bytes) -> str:
    """Store a file; its path, which another storage may change. Raises StorageDown."""
    with _storage_errors():
        return storage().save(path, ContentFile(content))


def read(path: str) -> bytes:
    """The content of a stored file. Raises FileNotFoundError or StorageDown."""
    with _storage_errors(), storage().open(path) as file:
        content: bytes = file.read()
    return content


def open_file(path: str) -> Any:
    """A stored file, open for reading. Raises FileNotFoundError or StorageDown."""
    with _storage_errors():
        file = storage().open(path)
        file.size  # noqa: B018  some storages notice only now that there is no file
    return file


def delete(path: str) -> None:
    """Delete a file, if it is there. Raises StorageDown."""
    with _storage_errors():
        storage().delete(path)


def names_in(folder: str) -> tuple[list[str], list[str]]:
    """The names of the folders and files in `folder`; none if it isn't there. Raises StorageDown."""
    try:
        with _storage_errors():
            folders, files = storage().listdir(folder)
    except FileNotFoundError:
        return [], []
    return list(folders), list(files)


def age_in_seconds(path: str, wall_at: datetime) -> float:
    """Since when a file is stored. Raises FileNotFoundError or StorageDown."""
    with _storage_errors():
        return (wall_at - storage().get_modified_time(path)).total_seconds()
