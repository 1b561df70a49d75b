from rehearsals.models import ClockControl
from training.bookmarks.refusals import BookmarkRefusal

MOST_AUTOMATIC = 30  # the last bookmarks that are kept before changes
MOST_NAMED = 30


def why_not_bookmark(*, keeps_bookmarks: bool, named: int) -> BookmarkRefusal | None:
    """Why the learner can't bookmark the present point. `named`: how many named bookmarks there are."""
    if not keeps_bookmarks:
        return BookmarkRefusal.SWITCHED_OFF
    return BookmarkRefusal.FULL if named >= MOST_NAMED else None


def why_not_go_back(
    *, keeps_bookmarks: bool, is_kept: bool, has_same_columns: bool
) -> BookmarkRefusal | None:
    """Why the rehearsal can't go back to a bookmark.

    `is_kept`: this rehearsal still has the bookmark. `has_same_columns`: the database still has its
    columns.
    """
    if not keeps_bookmarks:
        return BookmarkRefusal.SWITCHED_OFF
    if not is_kept:
        return BookmarkRefusal.GONE
    return None if has_same_columns else BookmarkRefusal.OTHER_VERSION


def moves_the_clock(*, clock_control: str, sharing: int) -> bool:
    """Whether a return also moves the clock. `sharing`: how many rehearsals have this clock.

    A clock that only trainers move, or that other rehearsals follow, stays where it is.
    """
    return clock_control == ClockControl.HOLDER and sharing == 1


def needs_confirmation(*, changes: int, others: int) -> bool:
    """Whether to ask before a return. `changes`: undone by it; `others`: logged-in people."""
    return changes > 1 or others > 0
