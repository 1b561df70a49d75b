from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.dateparse import parse_datetime

from cso.sign_on.services import end_sign_ons_after_return
from cso.sign_on.sessions import SessionStore
from rehearsals.activity.services import record_activity
from rehearsals.clock import due_events
from rehearsals.clock.clock import wall_now
from rehearsals.clock.services import lock_clock, set_clock
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.options.rules import why_not_change_rules
from training.bookmarks import content as rows_of
from training.bookmarks.refusals import BookmarkRefusal
from training.bookmarks.rules import (
    MOST_AUTOMATIC,
    moves_the_clock,
    why_not_bookmark,
    why_not_go_back,
)
from training.models import Bookmark

NAMED, RETURNED = "bookmark.named", "bookmark.returned"


def keep_before_change(
    rehearsal: Rehearsal, what: str, *, at: datetime, who: str = "", detail: str = ""
) -> None:
    """Keep a bookmark of the state before `what`. A service calls it through `before_change`.

    Locks the rehearsal until the end of the transaction, so that no two changes overlap in a bookmark.
    `at`: court time.
    """
    if not rehearsal.keeps_bookmarks:
        return
    fresh = Rehearsal.objects.lock_change(rehearsal.pk)
    if not fresh.keeps_bookmarks:  # the trainer is switching it on or off
        return
    _keep(fresh, at=at, what=what, who=who, detail=detail)
    automatic = Bookmark.objects.automatic().filter(rehearsal=fresh)
    automatic.filter(pk__in=automatic.values("pk")[MOST_AUTOMATIC:]).delete()


def _keep(
    rehearsal: Rehearsal,
    *,
    at: datetime,
    what: str = "",
    name: str = "",
    who: str = "",
    detail: str = "",
) -> Bookmark:
    """Write a bookmark of the locked rehearsal's state."""
    content = _read(rehearsal)
    return Bookmark.objects.create(
        rehearsal=rehearsal,
        what=what,
        name=name,
        who=who[:120],
        detail=detail[:300],
        court_at=at,
        wall_at=wall_now(),
        content=rows_of.pack(content),
        digest=rows_of.digest(content),
    )


def _read(rehearsal: Rehearsal) -> bytes:
    return rows_of.read_content(rehearsal, with_clock=_moves_the_clock(rehearsal))


def _moves_the_clock(rehearsal: Rehearsal) -> bool:
    sharing = rehearsal.clock.rehearsals.count()
    return moves_the_clock(clock_control=rehearsal.clock_control, sharing=sharing)


@transaction.atomic
def bookmark(rehearsal: Rehearsal, *, name: str, at: datetime, who: str = "") -> Bookmark:
    """Keep the present point under a name that the learner gave, until it is deleted.

    `at`: court time. Raises Refused(SWITCHED_OFF, FULL).
    """
    rehearsal = Rehearsal.objects.lock_change(rehearsal.pk)
    named = rehearsal.bookmarks.named().count()
    reason = why_not_bookmark(keeps_bookmarks=rehearsal.keeps_bookmarks, named=named)
    if reason:
        raise Refused(reason)
    kept = _keep(rehearsal, at=at, name=name, who=who)
    record_activity(rehearsal, NAMED, at=at, who=who, detail=name)
    return kept


def delete_named(rehearsal: Rehearsal, *, pk: int) -> None:
    """Delete a named bookmark. Raises Refused(GONE) if this rehearsal has no such bookmark."""
    if not rehearsal.bookmarks.named().filter(pk=pk).delete()[0]:
        raise Refused(BookmarkRefusal.GONE)


@transaction.atomic
def go_back(
    rehearsal: Rehearsal,
    *,
    pk: int,
    wall_at: datetime,
    who: str = "",
    session: SessionStore | None = None,
) -> Bookmark:
    """Put the whole rehearsal back to the bookmark `pk`, and return that bookmark.

    The activity log, sign-ons, lockouts and hints are not rewound. Bookmarks of the changes that this
    undoes are deleted; one of the state before the return is kept, so that it can be undone, too.
    Sign-ons end, except that of `session` if its account is unchanged. `wall_at`: wall time. Raises
    Refused(SWITCHED_OFF, GONE, OTHER_VERSION).
    """
    rehearsal = Rehearsal.objects.lock_change(rehearsal.pk)
    target, content = _find(rehearsal, pk)
    rehearsal.bookmarks.automatic().filter(pk__gte=pk).delete()
    before = rehearsal.clock.read(wall_at)
    _keep(rehearsal, at=before, what=RETURNED, who=who, detail=target.point)
    rows_of.write_rows(rehearsal, content)
    _restore_rules(rehearsal, content)
    _restore_clock(rehearsal, target, content, wall_at)
    due_events.note_next(rehearsal)
    end_sign_ons_after_return(rehearsal, session=session)
    at = rehearsal.clock.read(wall_at)
    record_activity(rehearsal, RETURNED, at=at, who=who, detail=target.point)
    return target


def _find(rehearsal: Rehearsal, pk: int) -> tuple[Bookmark, dict[str, Any]]:
    """The bookmark `pk` and its unpacked content. Raises Refused."""
    target = rehearsal.bookmarks.filter(pk=pk).first()
    content = rows_of.unpack(bytes(target.content)) if target else {}
    reason = why_not_go_back(
        keeps_bookmarks=rehearsal.keeps_bookmarks,
        is_kept=target is not None,
        has_same_columns=bool(content) and rows_of.has_same_columns(content),
    )
    if target is None or reason:
        raise Refused(reason or BookmarkRefusal.GONE)
    return target, content


def _restore_rules(rehearsal: Rehearsal, content: dict[str, Any]) -> None:
    if why_not_change_rules(rehearsal) is None:  # a trainer's rules stay
        Rehearsal.objects.filter(pk=rehearsal.pk).update(**content["rules"])


def _restore_clock(
    rehearsal: Rehearsal, target: Bookmark, content: dict[str, Any], wall_at: datetime
) -> None:
    """Set the clock to the bookmark's court time; a running clock runs on from there."""
    kept = content["clock"]
    if kept is None or not _moves_the_clock(rehearsal):
        return
    exact = parse_datetime(kept["court_at"]) if kept["court_at"] else target.court_at
    lock_clock(rehearsal.clock)
    set_clock(
        rehearsal.clock,
        manner=kept["manner"],
        court_at=exact,
        speed=kept["speed"],
        wall_at=wall_at,
        time_zone=rehearsal.time_zone,
    )
