from collections.abc import Sequence
from datetime import datetime
from functools import partial
from hashlib import sha256
from secrets import token_hex

from django.db import transaction

from dockets.documents import queries, store
from dockets.documents.drafts import Draft, discard, folder_of
from dockets.documents.refusals import DocumentRefusal
from dockets.models import DocketEntry, EntryDocument, StoredFile
from rehearsals.help.refusals import Refused


@transaction.atomic
def attach(*, entry: DocketEntry, drafts: Sequence[Draft], at: datetime) -> list[EntryDocument]:
    """Add the documents of a filing to its entry: the main document, then the attachments.

    A part of the filing, in its transaction. Files are stored before rows: if the filing doesn't come to
    its end, the cleanup finds files without rows, and never a row without its file. Raises
    Refused(NO_ROOM), Refused(NOT_STORED) or Refused(CHOOSE_AGAIN).
    """
    uploads = sum(draft["size"] for draft in drafts if not store.is_shared(draft["path"]))
    if uploads and not queries.has_room(entry.rehearsal, uploads):
        raise Refused(DocumentRefusal.NO_ROOM)
    paths = [_stored_path(entry, draft) for draft in drafts]
    StoredFile.objects.bulk_create(
        (
            StoredFile(rehearsal=entry.rehearsal, path=path, size=draft["size"])
            for draft, path in zip(drafts, paths, strict=True)
            if not store.is_shared(path)
        ),
    )
    for draft in drafts:
        transaction.on_commit(partial(discard, draft))
    return EntryDocument.objects.bulk_create(
        EntryDocument(
            rehearsal=entry.rehearsal,
            entry=entry,
            attachment=attachment,
            category=draft["category"] if attachment else "",
            description=draft["description"],
            file_name=draft["name"],
            path=path,
            sha256=draft["sha256"],
            size=draft["size"],
            pages=draft["pages"],
        )
        for attachment, (draft, path) in enumerate(zip(drafts, paths, strict=True))
    )


def _stored_path(entry: DocketEntry, draft: Draft) -> str:
    """Store the file of a draft for good; its path. Practice documents are there already.

    The name is new each time, so the cleanup, which deletes old files without a row, can't meet this one
    before its row is committed.
    """
    rehearsal, path = entry.rehearsal, draft["path"]
    shared = store.path_of(store.SHARED, draft["sha256"])
    try:
        if path == shared and store.has(shared, draft["size"]):
            return shared
        if not path.startswith(f"{folder_of(rehearsal)}/"):
            raise FileNotFoundError(path)
        content = store.read(path)
        if sha256(content).hexdigest() != draft["sha256"]:  # cut off by a crash
            raise FileNotFoundError(path)
        name = f"{draft['sha256']}-{token_hex(8)}"
        return store.write(store.path_of(str(rehearsal.pk), name), content)
    except FileNotFoundError as error:
        raise Refused(DocumentRefusal.CHOOSE_AGAIN) from error
    except store.StorageDown as error:
        raise Refused(DocumentRefusal.NOT_STORED) from error
