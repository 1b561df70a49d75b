"""The lists of events of the filing menus."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from cmecf.courts.http import FilerRequest
from cmecf.courts.pages import court_page, link_to, refusal_page
from cmecf.legacy.access import filer_in_any_phase
from dockets.filing import catalog, drafts, rules, steps
from dockets.filing.menu import events_for
from dockets.filing.refusals import FilingRefusal
from rehearsals.web.http import get_or_post


@get_or_post
@sensitive_post_parameters("key")
@filer_in_any_phase
def events(request: FilerRequest, court: str, category: str) -> HttpResponse:
    """ "Available Events" of one list of a menu. The event that is chosen begins a filing."""
    found = catalog.category(category, request.court.kind)
    offered = events_for(request, found) if found else []
    if found is None:
        raise Http404
    if reason := rules.why_not_use(request.cmecf_account, request.court, request.court_phase):
        return _refused(request, reason, found.label)
    if not offered:
        return _refused(request, FilingRefusal.NOT_YOUR_EVENT, found.label)
    chosen = request.POST.get("event", "")
    if chosen in {one.key for one in offered}:
        drafts.begin(request, chosen, category)
        first = steps.OPENING if category == catalog.OPEN_A_CASE else steps.CASE
        return redirect("dockets:file_step", court, first.key)
    context = {
        "category": found,
        "events": offered,
        "chosen": request.GET.get("event", ""),
        "is_missing": request.method == "POST",
        "menu_url": reverse("ecf:menu", args=[court]) + f"?{found.menu}Events",
    }
    return court_page(request, "dockets/filing/events.html", context)


def _refused(request: FilerRequest, reason: FilingRefusal, heading: str) -> HttpResponse:
    menu = request.court.filing_menus[0]
    back = link_to(f"Go to the {menu} menu", "ecf:menu", request, f"?{menu}Events")
    return refusal_page(request, reason, heading=heading, back=back)
