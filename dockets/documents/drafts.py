"""Documents that were chosen for a filing which isn't committed yet."""

from typing import TypedDict

from dockets.documents import store
from dockets.documents.queries import filed_bytes
from dockets.documents.refusals import DocumentRefusal
from dockets.documents.selection import ChosenDocument
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal

DRAFTS = "drafts"
MOST_FILED = 200_000_000  # bytes of a rehearsal's filed uploads
MOST_DRAFTS = 40  # files of one rehearsal; the cleanup deletes those that are older than a day


class Draft(TypedDict):
    """What a filing keeps of a chosen document. It can be stored as JSON."""

    name: str
    path: str
    size: int  # bytes
    pages: int
    sha256: str
    category: str
    description: str


def folder_of(rehearsal: Rehearsal) -> str:
    return f"{DRAFTS}/{rehearsal.pk}"


def keep_draft(*, rehearsal: Rehearsal, chosen: ChosenDocument) -> Draft:
    """Store a chosen document until the filing is committed or aborted. Practice documents are shared.

    Raises Refused(TOO_MANY_DRAFTS), Refused(NO_ROOM) or Refused(NOT_STORED).
    """
    document = chosen.document
    if not chosen.is_practice and filed_bytes(rehearsal) + document.size > MOST_FILED:
        raise Refused(DocumentRefusal.NO_ROOM)
    folder = store.SHARED if chosen.is_practice else folder_of(rehearsal)
    try:
        if not chosen.is_practice and len(store.names_in(folder)[1]) >= MOST_DRAFTS:
            raise Refused(DocumentRefusal.TOO_MANY_DRAFTS)
        path = store.keep(document, folder)
    except store.StorageDown as error:
        raise Refused(DocumentRefusal.NOT_STORED) from error
    return Draft(
        name=document.name,
        path=path,
        size=document.size,
        pages=document.pages,
        sha256=document.digest,
        category=chosen.category,
        description=chosen.description,
    )


def discard(draft: Draft) -> None:
    """Delete a draft's file. If that fails, the cleanup deletes it later."""
    if draft["path"].startswith(f"{DRAFTS}/"):
        try:
            store.delete(draft["path"])
        except OSError:
            return
