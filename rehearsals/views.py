from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render

from rehearsals import services
from rehearsals.clock.page import clock_news
from rehearsals.rules import why_not_reset
from rehearsals.web.http import RehearsalRequest, actor_name, get_or_post
from rehearsals.web.mount import home_path


@login_not_required
@get_or_post
def reset(request: RehearsalRequest) -> HttpResponse:
    """Ask first. A reset deletes every session of the rehearsal, so this one is flushed before."""
    if request.method != "POST":
        context = {
            "why_not": why_not_reset(request.rehearsal),
            "mails": request.rehearsal.mails.count(),
        }
        return render(request, "rehearsals/reset.html", context)
    who = actor_name(request)
    request.session.flush()
    services.reset(request.rehearsal, wall_at=request.wall_at, who=who, by_staff=False)
    messages.success(request, f"Everything is back at the start. {clock_news(request.rehearsal)}")
    return redirect(home_path(request))
