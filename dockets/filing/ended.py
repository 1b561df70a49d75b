"""Where the pages of a filing lead that isn't under way any more."""

from django.http import HttpResponse
from django.shortcuts import redirect

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from dockets.filing import drafts
from dockets.filing.services import filed_with
from dockets.models import DocketEntry
from pacer_accounts.wizards.drafts import Draft


def without_filing(request: CourtRequest, draft: Draft, menu_url: str) -> HttpResponse:
    """A page of a filing that was submitted leads to its notice; of one that ended, to why."""
    was_aborted = drafts.was_aborted(request)
    if request.method == "POST":
        token = request.POST.get("draft", "")
        if entry := filed_with(request.court, token):
            return redirect("dockets:notice", request.court.code, entry.pk)
        return _ended(request, was_filed=draft.is_finished(token), by_menu=was_aborted)
    if draft.result and not was_aborted:
        return notice_of(request, int(draft.result))
    return _ended(request, by_menu=True) if was_aborted else redirect(menu_url)


def notice_of(request: CourtRequest, entry: int) -> HttpResponse:
    """The notice of the entry with this key, unless the rehearsal went back to before it."""
    if not DocketEntry.objects.filter(case__court=request.court, pk=entry).exists():
        return _ended(request, was_filed=True)
    return redirect("dockets:notice", request.court.code, entry)


def _ended(request: CourtRequest, **why: bool) -> HttpResponse:
    """Nothing is on the docket. `why`: `was_filed`, before the rehearsal went back, or `by_menu`."""
    return court_page(request, "dockets/filing/ended.html", why, status=409)
