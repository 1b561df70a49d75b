from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD
from rehearsals.packs.pack import get_pack


@login_not_required
@require_safe
def checklist(request: HttpRequest) -> HttpResponse:
    """One page to print, for the user's real accounts. It has no form and stores nothing."""
    court = get_pack(settings.DEFAULT_PACK).home
    context = {"court": court, "desks": [court_card(request), PSC_CARD]}
    return render(request, "training/checklist.html", context)
