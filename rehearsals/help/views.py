from dataclasses import replace
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from rehearsals.help.desks import card_of, court_card
from rehearsals.help.problem_cards import Group, Problem, Way, problem_groups
from rehearsals.help.problem_search import LONGEST_QUERY, is_match
from rehearsals.help.refusals import PSC_CARD
from rehearsals.packs.pack import get_pack
from rehearsals.web.http import RehearsalRequest
from rehearsals.web.mount import came_from, home_path, path_inside


@login_not_required
@require_safe
def who_to_call(request: RehearsalRequest) -> HttpResponse:
    """The problems, each with its desk and the pages that help. `q` in the query string searches them."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    found = [_found(request, group, query) for group in problem_groups()]
    groups = [group for group in found if group["cards"]]
    context = {
        "query": query,
        "longest_query": LONGEST_QUERY,
        "groups": groups,
        "count": sum(len(group["cards"]) for group in groups),
        "both_desks": [PSC_CARD, court_card(request)],
    }
    return render(request, "rehearsals/who_to_call.html", context)


def _found(request: RehearsalRequest, group: Group, query: str) -> dict[str, Any]:
    """The heading of `group`, and the cards of its problems that match `query`."""
    court = get_pack(request.rehearsal.pack).home_court
    cards = [_card(request, problem, court) for problem in group.problems]
    matching = [
        card for card in cards if is_match(query, group, card["problem"], card["desk"].name)
    ]
    return {"heading": group.heading, "cards": matching}


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
