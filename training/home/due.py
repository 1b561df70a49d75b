"""What is due in a person's cases while CM/ECF is closed. No legal advice: the court answers questions."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmecf.courts.phases import CourtPhase
from dockets.models import Deadline
from training.home.situation import Situation


@dataclass(frozen=True)
class Due:
    """A deadline, and what the person can do about it in the phase of the court."""

    title: str  # "Response due Saturday, April 18"
    case: int
    case_number: str
    case_title: str
    todo: tuple[str, ...]


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
        )
        for one in deadlines
    ]


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
            f"{call}. Ask what to do about this deadline.",
        )
    return (
        f"Check the docket for what you filed before {closing}.",
        f"{call}, if you didn't file. Ask what to do about this deadline.",
    )
