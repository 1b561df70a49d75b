from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cmecf.site.content import timeline_marks
from pacer_accounts.http import PacerRequest
from pacer_accounts.registration.owner import find_person, registered_people
from rehearsals.activity.services import record_activity
from rehearsals.clock.timeline import timeline
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD
from rehearsals.packs.pack import PersonaSpec
from rehearsals.packs.personas import current_persona, practice_as
from rehearsals.web.http import RehearsalRequest
from rehearsals.web.mount import home_path
from training.bookmarks.queries import recent_changes
from training.hints.views import ON_MY_OWN
from training.home.cast import cast_rows
from training.home.my_steps import my_steps
from training.home.queries import RehearsalState, read_state, recovery_details
from training.home.sites import cmecf_site, sites
from training.home.your_step import remember_step, step_card

SUGGESTED = "p01"  # the key of the persona to start with
FIRST = 10  # so many people are listed before the others are collapsed


@login_not_required
@never_cache
def home(request: RehearsalRequest) -> HttpResponse:
    """Choose a person, or see that person's four steps, credentials and sites."""
    state = read_state(request.rehearsal, at_wall=request.wall_at)
    persona = current_persona(request)
    context = _around(request, state, persona)
    if persona:
        context |= my_steps(
            state,
            persona,
            request.at,
            on_my_own=context["on_my_own"],
            changes=context["all_changes"],
        )
        context["recovery_details"] = recovery_details(state, persona)
        step, title = context["next"]["step"], context["next"]["ladder"].title
        remember_step(request, state, step_card(step, title, context["filing"]))
    return render(request, "training/home.html", context)


@login_not_required
@require_POST
def switch_person(request: PacerRequest, key: str) -> HttpResponse:
    """Practice as the person `key`. The previous person's sign-ons in this browser end."""
    persona = find_person(request.rehearsal, key)
    if persona is None:
        raise Http404
    account = request.pacer_account
    request.session.sign_off()
    practice_as(request.session, persona, request.rehearsal.pack)
    record_activity(
        request.rehearsal,
        "people.sat_down",
        at=request.at,
        who=persona.name,
        detail=f"{account.log_name} was logged out" if account else "",
    )
    messages.success(
        request, f"You are now {persona.name}. You are logged out everywhere in this browser."
    )
    return redirect(home_path(request))


def _around(
    request: RehearsalRequest, state: RehearsalState, persona: PersonaSpec | None
) -> dict[str, Any]:
    """Everything on the page but the four steps."""
    court, at = state.home_court, request.at
    cast = list(cast_rows(state))
    changes = recent_changes(request.rehearsal)
    everyone = (
        *registered_people(request.rehearsal, state.pacer_accounts),
        *state.pack.personas,
    )
    people = [person for person in everyone if person != persona]
    return {
        "people": people if persona else people[:FIRST],
        "more_people": [] if persona else people[FIRST:],
        "shows_people": "people" in request.GET,
        "people_count": len(
            {person.name for person in state.pack.personas} | {row.person for row in cast}
        ),
        "suggested": SUGGESTED,
        "cast": cast,
        "mine": [row for row in cast if persona and row.key == persona.key],
        "sites": sites(court),
        "courts": [cmecf_site(one, one.phase(at)) for one in state.courts],
        "unread": request.rehearsal.mails.filter(is_delivered=True, opened_at=None).count(),
        "the_court": court,
        "phase": court.phase(at),
        "timeline": timeline(court, at, timeline_marks(court, at)),
        "changes": changes[:3],
        "all_changes": changes,
        "stuck": [PSC_CARD, court_card(request)],
        "on_my_own": ON_MY_OWN in request.session,
        "address": request.build_absolute_uri(home_path(request)),
        "your_step": None,
    }
