from typing import Any

from rehearsals.models import Rehearsal
from training.bookmarks.content import unpack
from training.bookmarks.rules import MOST_AUTOMATIC
from training.models import Bookmark, BookmarkQuerySet


def recent_changes(rehearsal: Rehearsal, limit: int = MOST_AUTOMATIC) -> list[Bookmark]:
    """The bookmarks kept before the last changes, newest first, without their content.

    Each has a `label`, `who` and `court_at`. Empty if the trainer switched bookmarks off.
    """
    if not rehearsal.keeps_bookmarks:
        return []
    return list(_rows(rehearsal).automatic()[:limit])


def named_bookmarks(rehearsal: Rehearsal) -> list[Bookmark]:
    return list(_rows(rehearsal).named())


def newest_before(
    rehearsal: Rehearsal, *, what: str, who: str = "", detail: str = ""
) -> Bookmark | None:
    """The newest bookmark kept before the activity `what`, of `who` and with `detail` if given."""
    facts = {"what": what, "who": who, "detail": detail}
    wanted = {name: value for name, value in facts.items() if value}
    return _rows(rehearsal).automatic().filter(**wanted).first()


def changes_since(bookmark: Bookmark) -> list[Bookmark]:
    """What a return to `bookmark` undoes, newest first: the bookmark kept before each change."""
    rows = _rows(bookmark.rehearsal).automatic()
    return list(rows.filter(pk__gte=bookmark.pk))


def find_bookmark(rehearsal: Rehearsal, pk: int) -> Bookmark | None:
    return _rows(rehearsal).filter(pk=pk).first()


def values_in_bookmarks(rehearsal_id: int, label: str, column: str) -> set[Any]:
    """The values that a column of the model `label` has in the rehearsal's bookmarks.

    Unpacks one bookmark after the other, so that only one is in memory.
    """
    packed = Bookmark.objects.filter(rehearsal=rehearsal_id).order_by("pk")
    values: set[Any] = set()
    for content in packed.values_list("content", flat=True).iterator(chunk_size=1):
        table = unpack(bytes(content))["rows"].get(label, {"columns": (), "rows": ()})
        if column in table["columns"]:
            index = table["columns"].index(column)
            values |= {row[index] for row in table["rows"]}
    return values


def _rows(rehearsal: Rehearsal) -> BookmarkQuerySet:
    rows: BookmarkQuerySet = Bookmark.objects.filter(rehearsal=rehearsal).defer("content")
    return rows
