"""Documents that were chosen for a filing which isn't committed yet.

Each has a file of its own, named after its account, so two filings never share one: to leave one filing
can't take a document from another.
"""

from secrets import token_hex
from typing import TypedDict

from cmecf.models import CmecfAccount
from dockets.documents import store
from dockets.documents.limits import DRAFTS_OF_ACCOUNT, DRAFTS_OF_REHEARSAL
from dockets.documents.queries import has_room
from dockets.documents.refusals import DocumentRefusal
from dockets.documents.selection import ChosenDocument
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal

DRAFTS = "drafts"


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


def keep_draft(*, rehearsal: Rehearsal, account: CmecfAccount, chosen: ChosenDocument) -> Draft:
    """Store a document that `account` chose until the filing is committed or aborted.

    Practice documents are shared by all. Raises Refused(TOO_MANY_DRAFTS), Refused(REHEARSAL_DRAFTS),
    Refused(NO_ROOM) or Refused(NOT_STORED).
    """
    document = chosen.document
    try:
        if chosen.is_practice:
            path = store.keep_shared(document)
        else:
            if reason := _why_not_keep(rehearsal, account, document.size):
                raise Refused(reason)
            name = f"{account.pk}-{token_hex(8)}"
            path = store.write(store.path_of(folder_of(rehearsal), name), document.content)
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


def _why_not_keep(rehearsal: Rehearsal, account: CmecfAccount, size: int) -> DocumentRefusal | None:
    """Why one more upload of `size` bytes can't be kept for the account. Raises StorageDown."""
    if not has_room(rehearsal, size):
        return DocumentRefusal.NO_ROOM
    names = store.names_in(folder_of(rehearsal))[1]
    if sum(name.startswith(f"{account.pk}-") for name in names) >= DRAFTS_OF_ACCOUNT:
        return DocumentRefusal.TOO_MANY_DRAFTS
    return DocumentRefusal.REHEARSAL_DRAFTS if len(names) >= DRAFTS_OF_REHEARSAL else None


def discard(draft: Draft) -> None:
    """Delete a draft's file. If that fails, the cleanup deletes it later."""
    if draft["path"].startswith(f"{DRAFTS}/"):
        try:
            store.delete(draft["path"])
        except OSError:
            return
