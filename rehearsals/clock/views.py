from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rehearsals.clock import page, services
from rehearsals.web.http import actor_name, page_or_form
from rehearsals.web.mount import path_inside


@login_not_required
@page_or_form
def turn_clock(request: HttpRequest) -> HttpResponse:
    """The time machine. A program may post no more than `at` and `manner`."""
    form = page.form_for(request, request.rehearsal)
    if request.method == "POST" and form.is_valid():
        services.move_clock(
            request.rehearsal, **form.turn(), who=actor_name(request), by_staff=False
        )
        messages.success(request, page.news(request.rehearsal))
        return redirect(path_inside(request, request.POST.get("next")) or "rehearsals:clock")
    context = page.context(request.rehearsal, form)
    return render(request, "rehearsals/clock.html", context | {"next": page.way_back(request)})
