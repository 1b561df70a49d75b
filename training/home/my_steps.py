"""The next step and the task list of the home page, each with its hints."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from cmecf.courts.phases import CourtPhase
from rehearsals.packs.pack import PersonaSpec
from training.hints.queries import ShownLadder, opened_rungs, shown_ladder
from training.home.due import due_in_outage, is_urgent
from training.home.filing_queries import deadlines_in_outage, filings_of, first_filing
from training.home.four_steps import four_steps, next_action
from training.home.queries import RehearsalState, situation_of
from training.home.situation import Action, Situation, Status, Step
from training.models import Bookmark

LINKED = "link.made"  # the activity that links an account


def my_steps(
    state: RehearsalState,
    persona: PersonaSpec,
    at: datetime,
    *,
    on_my_own: bool,
    changes: list[Bookmark],
) -> dict[str, Any]:
    """`next`, `rows` for components/task_list.html, and how many steps are `done` and `needed`.

    `filing`: the first filing after the link, or None. `wrong_filings`: what was filed under a wrong name.
    `due`: what is due while CM/ECF is closed. `due_first`: it comes before the next step.

    changes: the bookmarks kept before the last changes, for a step that one of them broke.
    """
    hints = _hints(state, persona, at, on_my_own=on_my_own)
    situation = situation_of(state, persona, at)
    steps = four_steps(situation)
    action, next_step = next_action(steps)
    rows = [
        _row(step, hints(step.action, step) if step.action else None, is_next=step is next_step)
        for step in steps
    ]
    is_ready = _is_ready(action, state.home_court.phase(at))
    return _cases_of(situation, is_ready=is_ready) | {
        "rows": rows,
        "done": sum(step.status is Status.COMPLETED for step in steps),
        "needed": sum(step.status is not Status.NOT_NEEDED for step in steps),
        "next": {
            "step": next_step,
            "ladder": hints(action, next_step),
            "opens_details": action is Action.RECOVER,
            "is_ready": is_ready,
            "only_searches": next_step is None and _has_own_account(steps),
            "undo": _before_wrong_link(next_step, changes),
        },
    }


def _hints(
    state: RehearsalState, persona: PersonaSpec, at: datetime, *, on_my_own: bool
) -> Callable[[Action, Step | None], ShownLadder]:
    """What gives the hints of an action, at the court of its step or else at the home court."""
    opened = opened_rungs(state.rehearsal, persona.key)

    def hints(action: Action, step: Step | None) -> ShownLadder:
        place = (step and step.at_court) or state.home_court
        rung = opened.get(action.value, 0)
        return shown_ladder(action, place, place.phase(at), rung, on_my_own=on_my_own)

    return hints


def _cases_of(situation: Situation, *, is_ready: bool) -> dict[str, Any]:
    """What the person's cases add: `filing`, `wrong_filings`, `due` and `due_first`."""
    filings = filings_of(situation)
    return {
        "filing": first_filing(situation, filings) if is_ready else None,
        "wrong_filings": filings,
        "due": due_in_outage(situation, deadlines_in_outage(situation)),
        "due_first": is_urgent(situation),
    }


def _has_own_account(steps: Sequence[Step]) -> bool:
    """Whether steps 1 and 2 are done: the person can search. A billing account needs no upgrade."""
    return all(step.status is Status.COMPLETED for step in steps[:2])


def _is_ready(action: Action, phase: CourtPhase) -> bool:
    """Whether all four steps are done and the person can file now."""
    return action is Action.FILE and phase is CourtPhase.NEXTGEN


def _before_wrong_link(step: Step | None, changes: list[Bookmark]) -> Bookmark | None:
    """The bookmark kept before the link that is the problem of `step`, if it was made here."""
    if step is None or step.wrong_link is None:
        return None
    links = (change for change in changes if change.what == LINKED)
    return next((one for one in links if one.detail.endswith(step.wrong_link.log_name)), None)


def _row(step: Step, ladder: ShownLadder | None, *, is_next: bool) -> dict[str, Any]:
    """A line of the task list. The next step's reason and hints are in the card above the list."""
    is_shown_above = is_next and step.status is not Status.COMPLETED
    return {
        "number": step.number,
        "title": step.title,
        "status_key": step.status.value,
        "status_text": step.status.text,
        "reason": "" if is_shown_above else step.reason,
        "url": ladder.start_url if ladder else "",
        "extra": "training/step_hints.html" if ladder and not is_next else "",
        "ladder": ladder,
    }
