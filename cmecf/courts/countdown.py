"""Days, hours, minutes and seconds left on the court clock (seed, Web Site Resources: 23:21:53:22)."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from rehearsals.clock.court_time import moment_text
from rehearsals.models import CourtClock

DAY, HOUR, MINUTE = 86_400, 3_600, 60


@dataclass(frozen=True)
class Countdown:
    """What components/countdown.html draws, and the numbers its script ticks on with."""

    seconds_left: int
    target_epoch_ms: int
    now_epoch_ms: int
    ticking: bool
    speed: float
    until: str  # "Monday, April 20, 2020, at 8:00 am MT"

    @classmethod
    def to(cls, target: datetime, *, at: datetime, dial: CourtClock, time_zone: str) -> Self:
        """From the court time `at` to `target`; holds at zero from `target` on. Both aware."""
        # In UTC: two datetimes of one zone subtract their wall clocks and lose an hour in March.
        left = (target.astimezone(UTC) - at.astimezone(UTC)).total_seconds()
        return cls(
            # A second counts until it is over, so that zero comes with the go-live, not before.
            seconds_left=max(0, math.ceil(left)),
            target_epoch_ms=_epoch_ms(target),
            now_epoch_ms=_epoch_ms(at),
            ticking=dial.is_ticking and left > 0,
            speed=dial.speed if dial.is_ticking else 0,
            until=moment_text(target, time_zone),
        )

    @property
    def days(self) -> int:
        return self.seconds_left // DAY

    @property
    def hours(self) -> int:
        return self.seconds_left % DAY // HOUR

    @property
    def mins(self) -> int:
        return self.seconds_left % HOUR // MINUTE

    @property
    def secs(self) -> int:
        return self.seconds_left % MINUTE

    @property
    def digits(self) -> str:
        return f"{self.days:02}:{self.hours:02}:{self.mins:02}:{self.secs:02}"

    @property
    def text(self) -> str:
        """For people who hear the page: the two largest units, and the instant itself."""
        if self.seconds_left == 0:
            return f"No time left: the go-live was on {self.until}"
        units = ((self.days, "day"), (self.hours, "hour"), (self.mins, "minute"))
        spoken = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in units]
        first = next((i for i, (n, _) in enumerate(units) if n), None)
        left = "Less than a minute" if first is None else " ".join(spoken[first : first + 2])
        return f"{left} until {self.until}"


def _epoch_ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
