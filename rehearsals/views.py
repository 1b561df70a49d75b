from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rehearsals import services
from rehearsals.activity.services import record_activity
from rehearsals.clock.page import clock_news
from rehearsals.packs import personas
from rehearsals.packs.pack import get_pack
from rehearsals.rules import why_not_reset
from rehearsals.web.http import RehearsalRequest, actor_name, get_or_post
from rehearsals.web.mount import home_path


@login_not_required
@require_POST
def switch_person(request: RehearsalRequest, key: str) -> HttpResponse:
    """Practice as the person `key`. The last person's sign-ons in this browser end."""
    persona = get_pack(request.rehearsal.pack).persona(key)
    if persona is None:
        raise Http404
    before = request.pacer_account
    request.session.sign_off()
    personas.switch_to(request, key)
    detail = f"{before.log_name} was signed off" if before else ""
    record_activity(
        request.rehearsal, "people.sat_down", at=request.at, who=persona.name, detail=detail
    )
    messages.success(request, f"You are now {persona.name}. Nobody is logged in in this browser.")
    return redirect(home_path(request))


@login_not_required
@get_or_post
def reset(request: RehearsalRequest) -> HttpResponse:
    """Ask first. A reset ends every session of the rehearsal, so this one is ended before it."""
    if request.method != "POST":
        context = {
            "why_not": why_not_reset(request.rehearsal),
            "letters": request.rehearsal.mails.count(),
        }
        return render(request, "rehearsals/reset.html", context)
    who = actor_name(request)
    request.session.flush()
    services.reset(request.rehearsal, wall_at=request.wall_at, who=who, by_staff=False)
    messages.success(request, f"Everything is back at the start. {clock_news(request.rehearsal)}")
    return redirect(home_path(request))
