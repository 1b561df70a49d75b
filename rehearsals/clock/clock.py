"""The only module that reads the time.

`now()` is the court clock of the current rehearsal. Phases, the countdown and dates follow it.
`wall_now()` is the server's clock. Sessions, tokens and lockouts follow it, so moving a court clock
doesn't end a sign-on or revive a used token. Both return aware datetimes in UTC.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.utils import timezone


class Clock(Protocol):
    """Anything that returns the court time at a wall time."""

    def read(self, wall: datetime) -> datetime: ...


@dataclass(frozen=True)
class FixedClock:
    """A clock that always shows `at`, for one request or one due event."""

    at: datetime

    def read(self, wall: datetime) -> datetime:
        return self.at


_current_clock: ContextVar[Clock | None] = ContextVar("court clock", default=None)


def wall_now() -> datetime:
    """The server's time, aware, in UTC."""
    return timezone.now()


def now() -> datetime:
    """The court time in the current rehearsal; outside of one, the wall time. Aware, in UTC."""
    court_clock = _current_clock.get()
    wall = wall_now()
    return court_clock.read(wall) if court_clock else wall


@contextmanager
def use_clock(court_clock: Clock) -> Iterator[None]:
    """Within the block, `now()` reads `court_clock`."""
    token = _current_clock.set(court_clock)
    try:
        yield
    finally:
        _current_clock.reset(token)
