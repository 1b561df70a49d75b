"""The one place that asks the time.

`now()` is the court clock of the current rehearsal: phases, countdown and dates follow it. `wall_now()`
is the machine's clock: sessions, tokens and lockouts follow it, so that moving a court clock neither
ends a sign-on nor revives a used token. Both return aware datetimes in UTC; pages show court time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from django.utils import timezone


class Clock(Protocol):
    """Anything that tells a court's time at an instant of the wall clock."""

    def read(self, wall: datetime) -> datetime: ...


@dataclass(frozen=True)
class FixedClock:
    """A clock that always shows `at`: one request, or one due event, has one court time."""

    at: datetime

    def read(self, wall: datetime) -> datetime:
        return self.at


_told_by: ContextVar[Clock | None] = ContextVar("court clock", default=None)


def wall_now() -> datetime:
    """The machine's time, aware, in UTC."""
    return timezone.now()


def now() -> datetime:
    """The court's time in the current rehearsal; outside of one, the wall time. Aware, in UTC."""
    court_clock = _told_by.get()
    wall = wall_now()
    return court_clock.read(wall) if court_clock else wall


@contextmanager
def told_by(court_clock: Clock) -> Iterator[None]:
    """Within the block, `now()` is read from this clock."""
    token = _told_by.set(court_clock)
    try:
        yield
    finally:
        _told_by.reset(token)
