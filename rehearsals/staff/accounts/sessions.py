"""How long a staff session lasts: STAFF_IDLE_MINUTES without a page, STAFF_MAX_HOURS in any case."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

SINCE, SEEN = "staff_since", "staff_seen"  # seconds since 1970, wall time
PASSED = "staff_passcode"  # the id of the second factor whose passcode was right
NOTE_EVERY = timedelta(minutes=1)  # how exactly the last page is remembered


def begin(session: SessionBase, wall_at: datetime) -> None:
    """The password was right at `wall_at`: both times start again, and a passcode is still to come."""
    session.pop(PASSED, None)
    session[SINCE] = session[SEEN] = int(wall_at.timestamp())


def note_page(session: SessionBase, wall_at: datetime) -> None:
    """Remember that a staff page was opened at `wall_at`."""
    if SEEN not in session:
        begin(session, wall_at)
    elif wall_at - _at(session, SEEN) >= NOTE_EVERY:
        session[SEEN] = int(wall_at.timestamp())


def begun_at(session: SessionBase) -> datetime | None:
    """When the password was right (wall time); None for a session that has opened no page yet."""
    return _at(session, SINCE) if SINCE in session else None


def ends_at(session: SessionBase) -> datetime | None:
    """When the session ends if no further page is opened (wall time); None if it has just begun."""
    if SEEN not in session:
        return None
    return min(
        _at(session, SEEN) + timedelta(minutes=settings.STAFF_IDLE_MINUTES),
        _at(session, SINCE) + timedelta(hours=settings.STAFF_MAX_HOURS),
    )


def why_ended(session: SessionBase, wall_at: datetime) -> str:
    """What to tell someone whose session has ended at `wall_at`; an empty string if it hasn't."""
    end = ends_at(session)
    if end is None or wall_at < end:
        return ""
    if wall_at >= _at(session, SINCE) + timedelta(hours=settings.STAFF_MAX_HOURS):
        return f"You signed in more than {settings.STAFF_MAX_HOURS} hours ago. Sign in again."
    minutes = settings.STAFF_IDLE_MINUTES
    return f"You were signed out, because you opened no page for {minutes} minutes. Sign in again."


def _at(session: SessionBase, key: str) -> datetime:
    return datetime.fromtimestamp(session[key], UTC)
