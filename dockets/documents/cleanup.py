"""What the daily job deletes of the stored files. Everything goes through the storage's own interface."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import transaction

from dockets.documents import store
from dockets.documents.drafts import DRAFTS
from dockets.documents.stamped import FOLDER as STAMPED
from dockets.models import DocumentView, EntryDocument, StoredFile
from rehearsals.app_config import declared_function
from rehearsals.cleanup.services import delete_expired
from rehearsals.models import Rehearsal

HOUR, DAY = 3600, 86_400  # seconds


def delete_files(*, wall_at: datetime) -> int:
    """Delete files that nobody needs; how many. `wall_at`: wall time (UTC). Raises StorageDown.

    Drafts and stamped copies older than a day, the files of rehearsals that are gone, and files older
    than an hour that no filing kept, or whose filing was undone for good. Files in "shared" stay.
    """
    count = 0
    _forget_unused()
    for path in _unneeded(wall_at):
        store.delete(path)
        count += 1
    return count


def delete_views(*, wall_at: datetime) -> int:
    """Delete permissions to open a document that ended more than a day ago; how many."""
    return delete_expired(DocumentView.objects.filter(ends_at__lt=wall_at - timedelta(days=1)))


def _unneeded(wall_at: datetime) -> Iterator[str]:
    folders, _ = store.names_in("")  # before the rows: a new rehearsal has its row before its files
    keys = {str(key) for key in Rehearsal.objects.values_list("pk", flat=True)}
    for folder in folders:
        if folder == STAMPED:
            yield from _old_files(STAMPED, DAY, wall_at)
        elif folder == DRAFTS:
            for key in store.names_in(DRAFTS)[0]:
                yield from _old_files(f"{DRAFTS}/{key}", DAY if key in keys else 0, wall_at)
        elif folder.isdecimal():
            old = list(_old_files(folder, HOUR if folder in keys else 0, wall_at))
            # The rows are read after the files: a filing stores its files first.
            rows = StoredFile.objects.filter(rehearsal=int(folder)) if folder in keys else None
            kept = set(rows.values_list("path", flat=True)) if rows is not None else set()
            yield from (path for path in old if path not in kept)


def _forget_unused() -> None:
    """Delete the rows of stored files that no document names and no bookmark can bring back."""
    for key in StoredFile.objects.order_by().values_list("rehearsal", flat=True).distinct():
        if _unused(key):  # looked up without a lock first, because bookmarks take time to read
            with suppress(Rehearsal.DoesNotExist), transaction.atomic():
                Rehearsal.objects.lock_change(key)  # nobody goes back to a bookmark meanwhile
                StoredFile.objects.filter(rehearsal=key, path__in=_unused(key)).delete()


def _unused(key: int) -> set[str]:
    """The paths of the rehearsal's stored files that nothing refers to."""
    stored = set(StoredFile.objects.filter(rehearsal=key).values_list("path", flat=True))
    filed = EntryDocument.objects.filter(rehearsal=key, path__startswith=f"{key}/")
    # After the stored files: a filing commits its documents together with them.
    unused = stored - set(filed.values_list("path", flat=True))
    if unused:
        unused -= declared_function("restorable_values")(key, EntryDocument._meta.label, "path")
    return unused


def _old_files(folder: str, seconds: int, wall_at: datetime) -> Iterator[str]:
    for name in store.names_in(folder)[1]:
        path = f"{folder}/{name}"
        try:
            if store.age_in_seconds(path, wall_at) >= seconds:
                yield path
        except FileNotFoundError:
            continue
