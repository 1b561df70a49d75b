"""The practice letter box: what comes by U.S. mail and never by e-mail."""

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rehearsals.models import DueEvent, Medium, Rehearsal
from rehearsals.packs.pack import get_pack

LETTERS_A_PAGE = 25
BY_POST = "letter."  # due events whose name begins so arrive in the letter box


@login_not_required
@require_safe
def letters(request: HttpRequest) -> HttpResponse:
    """Paper letters, newest first, and the day the next one comes."""
    rows = request.rehearsal.mails.filter(medium=Medium.POST)
    context = {
        "page": Paginator(rows, LETTERS_A_PAGE).get_page(request.GET.get("page")),
        "next_letter": next_letter(request.rehearsal),
        "zone": get_pack(request.rehearsal.pack).home.time_zone,
    }
    return render(request, "rehearsals/letters.html", context)


def next_letter(rehearsal: Rehearsal) -> DueEvent | None:
    return rehearsal.due_events.filter(fired_at=None, what__startswith=BY_POST).first()
