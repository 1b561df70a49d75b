"""What is due in a person's cases while CM/ECF is closed. No legal advice: the court answers questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from cmecf.courts.phases import CourtPhase
from dockets.models import Deadline
from rehearsals.clock.business_days import weekend_day
from training.home.situation import Situation

URGENT = timedelta(days=1)  # before CM/ECF closes


@dataclass(frozen=True)
class Due:
    """A deadline, and what the person can do about it in the phase of the court."""

    title: str  # "Response due Saturday, April 18"
    case: int
    case_number: str
    case_title: str
    todo: tuple[str, ...]
    is_over: bool = False  # CM/ECF is open again


def due_in_outage(situation: Situation, deadlines: Iterable[Deadline]) -> list[Due]:
    """Each deadline with the two ways to deal with it: file before the outage, or contact the court."""
    todo = _todo(situation)
    return [
        Due(
            title=f"{one.label} {one.due_on:%A, %B} {one.due_on.day}",
            case=one.case_id,
            case_number=one.case.number,
            case_title=one.case.title,
            todo=todo,
            is_over=situation.phase is CourtPhase.NEXTGEN,
        )
        for one in deadlines
    ]


def is_urgent(situation: Situation) -> bool:
    """Whether a deadline comes before everything else: in the outage and on the day before it."""
    at, court = situation.at, situation.court
    return court.outage_starts_at - URGENT <= at < court.go_live_at


def _todo(situation: Situation) -> tuple[str, ...]:
    closing, opening = situation.closing, situation.opening
    call = f"Contact the Clerk's Office: {situation.court.help_phone}"
    if situation.phase is CourtPhase.LEGACY:
        return (
            f"File before {closing}. CM/ECF is then closed until {opening}.",
            f"{call}. Ask how to file while CM/ECF is closed.",
        )
    if situation.phase is CourtPhase.OUTAGE:
        return (
            f"You can't file in CM/ECF now: it closed on {closing} and reopens on {opening}.",
            *_while_closed(situation, call),
        )
    return (
        f"Check the docket for what you filed before {closing}.",
        f"{call}, if you didn't file. Ask what to do about this deadline.",
    )


def _while_closed(situation: Situation, call: str) -> tuple[str, ...]:
    """How to reach the court during the outage: its office is closed on a weekend."""
    court = situation.court
    day = weekend_day(situation.at, court.time_zone)
    if not day:
        return (f"{call}. Ask what to do about this deadline.",)
    return (
        f"Today is {day}, so the Clerk's Office is closed. Look on the court's web site for how to file"
        f" while CM/ECF is closed, and e-mail {court.help_email}.",
        f"{call}, as soon as it opens. Ask what to do about this deadline.",
    )
