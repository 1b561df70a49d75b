from django.http import Http404, HttpResponse
from django.views.decorators.debug import sensitive_post_parameters

from cmecf.courts.http import FilerRequest
from cmecf.courts.pages import court_page
from cmecf.legacy.access import filer_in_any_phase
from dockets.notices.queries import content_on_screen, find_notice
from dockets.notices.rules import free_look_ends
from rehearsals.web.http import get_or_post


@get_or_post
@sensitive_post_parameters("key")
@filer_in_any_phase
def notice(request: FilerRequest, court: str, entry: int) -> HttpResponse:
    """The Notice of Electronic Filing on the screen: the receipt of a filing. It has no free look."""
    account = request.cmecf_account
    found = find_notice(request.court, entry, account)
    if found is None:
        raise Http404
    context = {
        "notice": content_on_screen(found),
        "entry": found.entry,
        "filed_it": found.entry.entered_by_id == account.pk,
        "filer": account,
        "free_look_ends": free_look_ends(found.at),
    }
    return court_page(request, "dockets/notice.html", context)
