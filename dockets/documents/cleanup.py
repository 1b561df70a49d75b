"""What the daily job deletes of the stored files. Everything goes through the storage's own interface."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from dockets.documents import store
from dockets.documents.drafts import DRAFTS
from dockets.documents.stamped import FOLDER as STAMPED
from dockets.models import DocumentView, StoredFile
from rehearsals.cleanup.services import delete_expired
from rehearsals.models import Rehearsal

HOUR, DAY = 3600, 86_400  # seconds


def delete_files(*, wall_at: datetime) -> int:
    """Delete files that nobody needs; how many. `wall_at`: wall time (UTC). Raises StorageDown.

    Drafts and stamped copies older than a day, the files of rehearsals that are gone, and files older
    than an hour that no filing kept. Files in "shared" stay.
    """
    count = 0
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


def _old_files(folder: str, seconds: int, wall_at: datetime) -> Iterator[str]:
    for name in store.names_in(folder)[1]:
        path = f"{folder}/{name}"
        try:
            if store.age_in_seconds(path, wall_at) >= seconds:
                yield path
        except FileNotFoundError:
            continue
