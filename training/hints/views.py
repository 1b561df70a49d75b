from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from rehearsals.packs.personas import current_persona
from rehearsals.web.http import RehearsalRequest
from rehearsals.web.mount import home_path
from training.hints.ladder import TAKE_ME
from training.hints.queries import exact_url, opened_rungs
from training.hints.rules import may_open
from training.hints.services import record_hint
from training.home.situation import Action

ON_MY_OWN = "on_my_own"  # in the browser's session: whether only goals are shown


@login_not_required
@require_POST
def open_rung(request: RehearsalRequest, action: str, court: str, rung: int) -> HttpResponse:
    """Open the next hint of an action and return to it; the last rung leads to the exact page."""
    persona, home = current_persona(request), home_path(request)
    if action not in list(Action):
        raise Http404
    acted_at = get_object_or_404(request.rehearsal.courts, code=court)
    if persona is None:
        return redirect(home)
    opened = opened_rungs(request.rehearsal, persona.key).get(action, 0)
    if may_open(rung, opened, on_my_own=ON_MY_OWN in request.session):
        record_hint(
            request.rehearsal,
            persona=persona.key,
            action=Action(action),
            rung=rung,
            at=request.at,
            wall_at=request.wall_at,
        )
        if rung == TAKE_ME:
            return redirect(exact_url(Action(action), acted_at, acted_at.phase(request.at)))
    return redirect(f"{home}#hint-{action}-{rung}")


@login_not_required
@require_POST
def choose_help(request: RehearsalRequest) -> HttpResponse:
    """Guided or On my own, for this browser."""
    request.session.pop(ON_MY_OWN, None)
    if request.POST.get("help") == ON_MY_OWN:
        request.session[ON_MY_OWN] = True
    return redirect(f"{home_path(request)}#steps")
