from rehearsals.models import Rehearsal
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


def _rows(rehearsal: Rehearsal) -> BookmarkQuerySet:
    rows: BookmarkQuerySet = Bookmark.objects.filter(rehearsal=rehearsal).defer("content")
    return rows
