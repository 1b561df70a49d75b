"""How far the learners of a class are: one rehearsal each, or one for all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from dockets.models import DocketEntry
from pacer_accounts.registration.owner import registered_people
from rehearsals.models import Activity, Outcome, Rehearsal
from rehearsals.packs.pack import PersonaSpec
from training.home.queries import RehearsalState, read_states
from training.home.situation import Status
from training.people.queries import readiness_of
from training.run.log import CHOSEN

RESET = "rehearsal.reset"
SIGNED_IN = ("cso.sign_on", "cmecf.sign_in")  # the log then names an account


@dataclass(frozen=True)
class LearnerProgress:
    """Who practices in a rehearsal (see rehearsals.app_config.Progress)."""

    people: tuple[str, ...]
    done: int
    count: int
    problem: int
    filings: int


def class_progress(
    rehearsals: Sequence[Rehearsal], *, wall_at: datetime
) -> dict[int, LearnerProgress]:
    """By the rehearsal's id. Rehearsals in which nobody has practiced since the start are left out.

    `rehearsals`: with their clocks. The number of queries doesn't depend on how many there are.
    """
    names = _names_in_log([rehearsal.pk for rehearsal in rehearsals])
    used = [rehearsal for rehearsal in rehearsals if names[rehearsal.pk]]
    states = read_states(used, at_wall=wall_at)
    filings = _filings([rehearsal.pk for rehearsal in used])
    found = {}
    for rehearsal in used:
        state = states[rehearsal.pk]
        if people := _people(state, names[rehearsal.pk]):
            at, count = rehearsal.clock.read(wall_at), filings.get(rehearsal.pk, 0)
            found[rehearsal.pk] = _progress(state, people, at, filings=count)
    return found


def _filings(keys: Sequence[int]) -> dict[int, int]:
    """How many filings anyone made in each rehearsal. Its first dockets, and what was undone, don't count."""
    made = DocketEntry.objects.filter(rehearsal__in=keys).exclude(filing_key="")
    rows = made.order_by().values("rehearsal_id").annotate(count=Count("pk"))
    return {row["rehearsal_id"]: row["count"] for row in rows}


def _names_in_log(keys: Sequence[int]) -> dict[int, list[str]]:
    """Names in each rehearsal's log since its last reset, the last one first: people and accounts."""
    lines = Activity.objects.filter(
        rehearsal__in=keys, what__in=(CHOSEN, RESET, *SIGNED_IN), outcome=Outcome.DONE
    )
    rows = lines.order_by().values("rehearsal_id", "what", "who").annotate(last=Max("pk"))
    names: dict[int, list[str]] = defaultdict(list)
    resets: set[int] = set()
    for row in sorted(rows, key=lambda row: row["last"], reverse=True):
        key = row["rehearsal_id"]
        if row["what"] == RESET:
            resets.add(key)
        elif key not in resets:
            names[key].append(row["who"])
    return names


def _people(state: RehearsalState, names: Iterable[str]) -> list[PersonaSpec]:
    """The people behind `names`, each once, in the same order."""
    everyone = [*state.pack.personas, *registered_people(state.rehearsal, state.pacer_accounts)]
    by_key = {person.key: person for person in everyone}
    by_name = {person.name: person for person in everyone}
    persona_of = {one.log_name: one.persona for one in state.pacer_accounts}
    persona_of |= {one.log_name: one.persona for one in state.cmecf_accounts}
    for log_name, persona in persona_of.items():
        if persona in by_key:
            by_name.setdefault(log_name, by_key[persona])
    return list({by_name[name].key: by_name[name] for name in names if name in by_name}.values())


def _progress(
    state: RehearsalState, people: list[PersonaSpec], at: datetime, *, filings: int
) -> LearnerProgress:
    first = readiness_of(state, people[0], at)
    problems = (step.number for step in first.steps if step.status is Status.PROBLEM)
    return LearnerProgress(
        people=tuple(person.name for person in people),
        done=first.done,
        count=len(first.steps) if first.has_steps else 0,
        problem=next(problems, 0),
        filings=filings,
    )
