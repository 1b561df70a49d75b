from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from rehearsals.clock.clock import wall_now
from rehearsals.clock.page import manner_label
from rehearsals.staff.decorators import staff_only, staff_page
from rehearsals.staff.next_page import next_page
from rehearsals.staff.queries import find_rehearsals, recent_rehearsals
from rehearsals.staff.queues import work_queues
from rehearsals.staff.site import staff_site
from rehearsals.staff.working_in import (
    RECENT_KEY,
    may_see_all,
    see_all,
    work_in,
    working_in,
)
from rehearsals.web import mount
from rehearsals.web.http import get_or_post

NEEDS_GROUP = (
    "Your account doesn't have any permissions yet. Ask the person who runs this server to add you to"
    " the Clerks or Trainers group."
)


@staff_page
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The work that waits in the chosen rehearsal; without one, the page that asks which."""
    rehearsal = working_in(request)
    context: dict[str, object] = {"queues": []}
    if rehearsal is not None:
        wall_at = wall_now()
        at = rehearsal.clock.read(wall_at)
        context = {
            "queues": work_queues(request, rehearsal, at=at, wall_at=wall_at),
            "at": at,
            "zone": rehearsal.time_zone,
            "manner": manner_label(rehearsal.clock),
        }
    return staff_site().page(request, "admin/rehearsals/home.html", "Staff home", context)


@staff_only
@get_or_post
def choose_rehearsal(request: HttpRequest) -> HttpResponse:
    """Ask which rehearsal to work in: recent ones, or search by title, code or pasted address."""
    if request.method == "POST":
        return _choose(request)
    text = request.GET.get("q", "").strip()[:2000]
    recent = [] if text else recent_rehearsals(request.session.get(RECENT_KEY, []))
    context = {
        "q": text,
        "next": next_page(request),
        "recent": recent,
        "found": [one for one in find_rehearsals(text) if one not in recent],
    }
    page = "admin/rehearsals/choose.html"
    return staff_site().page(request, page, "Which rehearsal?", context)


def _choose(request: HttpRequest) -> HttpResponse:
    if "all" in request.POST:
        if not may_see_all(request):
            raise PermissionDenied
        see_all(request)
        messages.info(
            request, "You see all rehearsals now. Each line of a list names its rehearsal."
        )
        return redirect(next_page(request) or "staff")
    rehearsal = mount.find(request.POST.get("code", ""))
    if rehearsal is None:
        messages.error(request, "That rehearsal has ended. Choose another one.")
        return redirect("choose_rehearsal")
    work_in(request, rehearsal)
    return redirect(next_page(request) or "staff")
