from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from rehearsals.help.desks import card_of
from rehearsals.help.problem_cards import Problem, Way, problem_groups
from rehearsals.packs.pack import get_pack
from rehearsals.web.http import RehearsalRequest
from rehearsals.web.mount import came_from, home_path, path_inside


@login_not_required
@require_safe
def who_to_call(request: RehearsalRequest) -> HttpResponse:
    """The problems, each with its desk and the pages that help."""
    court = get_pack(request.rehearsal.pack).home_court
    groups = [
        {
            "heading": group.heading,
            "cards": [_card(request, problem, court) for problem in group.problems],
        }
        for group in problem_groups()
    ]
    return render(request, "rehearsals/who_to_call.html", {"groups": groups})


def _card(request: RehearsalRequest, problem: Problem, court: str) -> dict[str, Any]:
    desk = card_of(request, problem.desk)
    if problem.have_ready:
        desk = replace(desk, have_ready=problem.have_ready)
    links = [{"label": way.label, "url": address_of(way, court)} for way in problem.ways]
    return {"problem": problem, "desk": desk, "links": links}


def address_of(way: Way, court: str) -> str:
    """The URL of `way` inside the rehearsal. `court`: the home court's code."""
    return reverse(way.url_name, args=[court] if way.of_court else [])


@login_not_required
@require_POST
def help_layer(request: RehearsalRequest) -> HttpResponse:
    """Turn the practice help on or off in this browser and return to the page."""
    if not request.session.pop("help_off", False):
        request.session["help_off"] = True
    next_path = path_inside(request, request.POST.get("next"))
    return redirect(next_path or came_from(request) or home_path(request))
