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
    """The context of components/countdown.html."""

    seconds_left: int
    target_epoch_ms: int
    now_epoch_ms: int
    ticking: bool
    speed: float
    time_zone: str
    until: str  # "Monday, April 20, 2020, at 8:00 am MT"

    @classmethod
    def to(cls, target: datetime, *, at: datetime, clock: CourtClock, time_zone: str) -> Self:
        """From the court time `at` to `target`, both aware; zero from `target` on."""
        # In UTC: subtracting two datetimes of one time zone ignores a change to daylight time.
        left = (target.astimezone(UTC) - at.astimezone(UTC)).total_seconds()
        return cls(
            # Rounded up, so that the countdown reaches zero at go-live and not a second before.
            seconds_left=max(0, math.ceil(left)),
            target_epoch_ms=_epoch_ms(target),
            now_epoch_ms=_epoch_ms(at),
            ticking=clock.is_ticking and left > 0,
            speed=clock.speed if clock.is_ticking else 0,
            time_zone=time_zone,
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
        """For screen readers: the two largest units and the target itself."""
        if self.seconds_left == 0:
            return f"No time left. Go-live was on {self.until}"
        units = ((self.days, "day"), (self.hours, "hour"), (self.mins, "minute"))
        parts = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in units]
        first = next((i for i, (n, _) in enumerate(units) if n), None)
        left = "Less than a minute" if first is None else " ".join(parts[first : first + 2])
        return f"{left} until {self.until}"


def _epoch_ms(at: datetime) -> int:
    return round(at.timestamp() * 1000)
