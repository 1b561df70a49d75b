from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rehearsals import services
from rehearsals.activity.services import record_activity
from rehearsals.clock import page
from rehearsals.packs import personas
from rehearsals.packs.pack import get_pack
from rehearsals.rules import why_not_reset
from rehearsals.web.http import actor_name, page_or_form
from rehearsals.web.mount import home_path


@login_not_required
@require_POST
def sit_down(request: HttpRequest, key: str) -> HttpResponse:
    """Practise as `key`. The last person's sign-ons in this browser end, at PACER and at courts."""
    persona = get_pack(request.rehearsal.pack).persona(key)
    if persona is None:
        raise Http404
    before = request.pacer_account
    request.session.sign_off()
    personas.become(request, key)
    detail = f"{before.log_name} was signed off" if before else ""
    record_activity(request.rehearsal, "people.sat_down", who=persona.name, detail=detail)
    messages.success(request, f"You are now {persona.name}. Nobody is signed on in this browser.")
    return redirect(home_path(request))


@login_not_required
@page_or_form
def reset(request: HttpRequest) -> HttpResponse:
    """Asks first. The reset ends every session of this rehearsal, so this one is ended before it."""
    if request.method != "POST":
        context = {
            "why_not": why_not_reset(request.rehearsal),
            "letters": request.rehearsal.mails.count(),
        }
        return render(request, "rehearsals/reset.html", context)
    who = actor_name(request)
    request.session.flush()
    services.reset(request.rehearsal, who=who, by_staff=False)
    messages.success(request, f"Everything is as at the start. {page.news(request.rehearsal)}")
    return redirect(home_path(request))
