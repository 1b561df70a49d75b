"""Hints used, by step."""

from collections.abc import Iterable
from dataclasses import dataclass

from training.hints.ladder import CLICKS, TAKE_ME, WHERE
from training.home.situation import Action

_STEPS = {
    Action.REGISTER: 1,
    Action.OPEN_BILLING: 1,
    Action.ADD_ACCOUNTS: 1,
    Action.RECOVER: 1,
    Action.UPGRADE: 2,
    Action.LOG_IN: 3,
    Action.RESET: 3,
    Action.READ_MAIL: 3,
    Action.LINK: 4,
    Action.ASK: 4,
    Action.SEE_REQUEST: 4,
    Action.MOVE_CLOCK: 4,
}
_RUNGS = {WHERE: "Where to start", CLICKS: "Click by click", TAKE_ME: "Take me there"}


@dataclass(frozen=True)
class Hint:
    """An opened rung of a hint ladder. `action`: a value of Action."""

    action: str
    rung: int


def step_of(action: str) -> int | None:
    """The number of the step that an action belongs to; None for help that several steps need."""
    return _STEPS.get(Action(action)) if action in set(Action) else None


def hints_by_step(hints: Iterable[Hint]) -> list[tuple[str, str]]:
    """("Step 2", "Click by click, Take me there") for each step with hints, in order."""
    used: dict[int, list[str]] = {}
    for hint in hints:
        if hint.rung in _RUNGS:
            labels = used.setdefault(step_of(hint.action) or 0, [])
            if _RUNGS[hint.rung] not in labels:
                labels.append(_RUNGS[hint.rung])
    steps = sorted(used, key=lambda number: number or 5)
    return [(f"Step {n}" if n else "Calling the court", ", ".join(used[n])) for n in steps]
