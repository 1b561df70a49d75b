from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import get_script_prefix
from django.views.decorators.http import require_POST, require_safe

from rehearsals import services
from rehearsals.guides import catalog
from rehearsals.lobby.forms import CodeForm
from rehearsals.lobby.queries import new_rehearsal
from rehearsals.models import DEMO_CODE, Rehearsal
from rehearsals.packs.pack import get_pack
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import START
from rehearsals.web import mount
from rehearsals.web.http import SiteRequest


def _home(rehearsal: Rehearsal) -> str:
    return f"{get_script_prefix().rstrip('/')}{rehearsal.mount}/"


@login_not_required
@require_safe
def lobby(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        return redirect(_home(form.cleaned_data["code"]))
    demo = mount.find(DEMO_CODE)
    context = {
        "form": form,
        "demo_home": _home(demo) if demo else "",
        "demo_command": settings.COMMANDS["demo"],
        "start": new_rehearsal(get_pack(settings.DEFAULT_PACK)),
        "guides": catalog.LOBBY,
    }
    return render(request, "rehearsals/lobby.html", context)


@login_not_required
@require_POST
def start(request: SiteRequest) -> HttpResponse:
    """Start a private rehearsal. Only people with its link can open it."""
    with attempt(request, START):
        return redirect(_home(services.start(wall_at=request.wall_at)))
