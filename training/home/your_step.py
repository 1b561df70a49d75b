"""The next step of the learner, for the side column of the sites' pages."""

from datetime import datetime
from typing import Any

from cmecf.courts.phases import CourtPhase
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import PersonaSpec
from rehearsals.web.http import RehearsalRequest
from training.hints.ladders import ladder
from training.home.filing_queries import filings_of, first_filing
from training.home.first_filing import FirstFiling, Stage
from training.home.four_steps import four_steps, next_action
from training.home.queries import RehearsalState, read_state, situation_of
from training.home.situation import Action, Step

YOUR_STEP = "step_card"  # in the browser's session, once the home page was shown
_FOLLOW = "Follow your filing: the notice, the free look and the fee"


def remember_step(
    request: RehearsalRequest, state: RehearsalState, shown: dict[str, str] | None
) -> None:
    """Keep the next step in the session: what `step_card` returned for the current person."""
    value = {
        "card": shown,
        "activity": last_activity(request.rehearsal),
        "until": _next_phase(state, request.at),
    }
    if request.session.get(YOUR_STEP) != value:
        request.session[YOUR_STEP] = value


def current_step(request: RehearsalRequest, persona: PersonaSpec) -> dict[str, str] | None:
    """The card of the next step, or None if there is none or the browser hasn't seen the home page.

    One query, unless something happened in the rehearsal since the last page: then the steps are
    computed again.
    """
    kept: dict[str, Any] | None = request.session.get(YOUR_STEP)
    if not kept:
        return None
    is_timely = not kept["until"] or request.at < datetime.fromisoformat(kept["until"])
    if is_timely and kept["activity"] == last_activity(request.rehearsal):
        card: dict[str, str] | None = kept["card"]
        return card
    state = read_state(request.rehearsal, at_wall=request.wall_at)
    shown = _computed(state, persona, request.at)
    remember_step(request, state, shown)
    return shown


def step_card(step: Step | None, title: str, filing: FirstFiling | None) -> dict[str, str] | None:
    """`heading` and `title` of the card. `filing`: the first filing, if all four steps are done.

    The steps after a filing are one title, because reading e-mail isn't in the activity log.
    """
    if step is None or (filing and filing.stage is Stage.DONE):
        return None
    if filing is None:
        return {"heading": f"Your step {step.number} of 4", "title": title}
    title = filing.title if filing.stage is Stage.FILE else _FOLLOW
    return {"heading": "All four steps are done", "title": title}


def last_activity(rehearsal: Rehearsal) -> int:
    """The key of the newest entry of the activity log, or 0."""
    return rehearsal.activities.order_by("-pk").values_list("pk", flat=True).first() or 0


def _computed(state: RehearsalState, persona: PersonaSpec, at: datetime) -> dict[str, str] | None:
    situation = situation_of(state, persona, at)
    action, step = next_action(four_steps(situation))
    court = (step and step.at_court) or state.home_court
    can_file = action is Action.FILE and situation.phase is CourtPhase.NEXTGEN
    filing = first_filing(situation, filings_of(situation)) if can_file else None
    return step_card(step, ladder(action, court.phase(at)).title, filing)


def _next_phase(state: RehearsalState, at: datetime) -> str:
    """When the phase of a court changes next after `at` (ISO), or ""."""
    changes = (
        moment for court in state.courts for moment in (court.outage_starts_at, court.go_live_at)
    )
    later = [moment for moment in changes if moment > at]
    return min(later).isoformat() if later else ""
