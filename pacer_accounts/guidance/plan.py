"""A user's plan: the steps of a path with their dates, in the order in which they can be done. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from pacer_accounts.guidance.phases import Phase, closes_soon, phase_of
from pacer_accounts.guidance.step import By, Saying, Step
from rehearsals.app_config import HomeCourt
from rehearsals.clock.court_time import moment_text


@dataclass(frozen=True)
class Planned:
    """A step as it is at one time. `when`: "Now, before Friday, ..."."""

    step: Step
    saying: Saying
    when: str


def plan(path: Iterable[Step], *, court: HomeCourt, at: datetime) -> tuple[Planned, ...]:
    """The plan at the court time `at` (UTC).

    What can't be done yet comes last. In the last day before CM/ECF closes, what must be done before
    that comes first.
    """
    phase = phase_of(court, at)
    hurry = closes_soon(court, at)
    steps = sorted(path, key=lambda step: _rank(step, phase, hurry=hurry))
    return tuple(Planned(step, step.saying(phase), _when(step, phase, court)) for step in steps)


def _rank(step: Step, phase: Phase, *, hurry: bool) -> int:
    if not step.saying(phase).can_start:
        return 2
    return 0 if hurry and step.by is By.CLOSING else 1


def _when(step: Step, phase: Phase, court: HomeCourt) -> str:
    closes = moment_text(court.outage_starts_at, court.time_zone)
    opens = moment_text(court.go_live_at, court.time_zone)
    if not step.saying(phase).can_start:
        return f"From {opens}"
    if step.by is By.CLOSING and phase is Phase.BEFORE:
        return f"Now, before CM/ECF closes: {closes}"
    if step.by is not By.ANY_TIME and phase is not Phase.AFTER:
        return f"Now, before NextGen opens: {opens}"
    return "Now"
