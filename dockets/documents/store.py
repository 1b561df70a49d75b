"""Where documents are stored: the Django storage "documents", outside of the web root.

A file's name is its SHA-256, so the same content is stored once. Files of the packs and practice documents
are shared by all rehearsals; what a learner uploads is in a folder of its rehearsal.
"""

from django.core.files.base import ContentFile
from django.core.files.storage import Storage, storages

from rehearsals.documents.document import Document

SHARED = "shared"


def storage() -> Storage:
    return storages["documents"]


def keep(document: Document, folder: str) -> str:
    """Store the file in `folder`, unless it is there, and return its path. Raises OSError.

    `folder`: SHARED, or the rehearsal's primary key.
    """
    path = f"{folder}/{document.digest}.pdf"
    if not storage().exists(path):
        storage().save(path, ContentFile(document.content))
    return path


def read(path: str) -> bytes:
    """The content of a stored file. Raises OSError if it can't be read."""
    with storage().open(path) as file:
        content: bytes = file.read()
    return content
