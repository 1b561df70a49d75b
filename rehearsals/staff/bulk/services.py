"""A trainer's change of several rehearsals. One that fails doesn't stop the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rehearsals import services
from rehearsals.clock.services import move_clock
from rehearsals.help.refusals import Refused
from rehearsals.models import CourtClock, Rehearsal
from rehearsals.options.services import change_options

ENDED = "It has ended."
NO_MOMENT = "It has no such moment. Its clock stays."
Move = dict[str, Any]


@dataclass(frozen=True)
class Result:
    """What happened to one rehearsal. `problem`: why nothing was changed, or an empty string."""

    rehearsal: Rehearsal
    problem: str = ""


def for_each(
    rehearsals: Sequence[Rehearsal], change: Callable[[Rehearsal], object]
) -> list[Result]:
    """Call `change` with each rehearsal. A refusal, or an end meanwhile, is a problem of that one only."""
    return [Result(rehearsal, _problem(rehearsal, change)) for rehearsal in rehearsals]


def _problem(rehearsal: Rehearsal, change: Callable[[Rehearsal], object]) -> str:
    try:
        change(rehearsal)
    except Refused as refused:
        return f"{refused.reason.sentence} {refused.reason.todo}"
    except (Rehearsal.DoesNotExist, CourtClock.DoesNotExist):
        return ENDED
    return ""


def set_clocks(
    rehearsals: Sequence[Rehearsal],
    move_for: Callable[[Rehearsal], Move | None],
    *,
    wall_at: datetime,
    who: str,
) -> list[Result]:
    """Move the clock of each rehearsal; one that several share moves once.

    `move_for`: arguments for move_clock, or None if the rehearsal has no such moment. `wall_at`: wall time
    of the change (UTC), the same for all, so that clocks that run agree.
    """
    results: list[Result] = []
    problems: dict[int, str] = {}  # by clock
    for rehearsal in rehearsals:
        move = move_for(rehearsal)
        if move is None:
            results.append(Result(rehearsal, NO_MOMENT))
            continue
        key = rehearsal.clock_id
        if key not in problems:
            arguments = move | {"wall_at": wall_at, "who": who}
            problems[key] = _problem(rehearsal, lambda one, kw=arguments: move_clock(one, **kw))  # type: ignore[misc]
        results.append(Result(rehearsal, problems[key]))
    return results


def set_options(
    rehearsals: Sequence[Rehearsal],
    values_for: Callable[[Rehearsal], dict[str, Any]],
    *,
    wall_at: datetime,
    who: str,
) -> list[Result]:
    """Change fields of each rehearsal, such as its title or its era."""

    def change(rehearsal: Rehearsal) -> None:
        at = rehearsal.clock.read(wall_at)
        change_options(rehearsal, values=values_for(rehearsal), at=at, who=who)

    return for_each(rehearsals, change)


def reset_all(rehearsals: Sequence[Rehearsal], *, wall_at: datetime, who: str) -> list[Result]:
    """Put each rehearsal back to the start."""
    return for_each(rehearsals, lambda one: services.reset(one, wall_at=wall_at, who=who))
