from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render

from rehearsals.clock.page import clock_context, clock_form, clock_news, return_path
from rehearsals.clock.services import move_clock
from rehearsals.web.http import RehearsalRequest, actor_name, get_or_post
from rehearsals.web.mount import path_inside


@login_not_required
@get_or_post
def clock_page(request: RehearsalRequest) -> HttpResponse:
    """The clock page. A client program may post only `at` and `manner`."""
    data = request.POST if request.method == "POST" else None
    form = clock_form(request.rehearsal, data, at=request.at)
    if form.is_bound and form.is_valid():
        is_other_day = move_clock(
            request.rehearsal,
            **form.move(),
            wall_at=request.wall_at,
            who=actor_name(request),
            by_staff=False,
        )
        messages.success(request, clock_news(request.rehearsal, is_other_day=is_other_day))
        return redirect(path_inside(request, request.POST.get("next")) or "rehearsals:clock")
    context = clock_context(request.rehearsal, form, at=request.at) | {"next": return_path(request)}
    return render(request, "rehearsals/clock.html", context)
