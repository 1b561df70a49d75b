from django.http import HttpResponse
from django.views.decorators.debug import sensitive_post_parameters

from cmecf.courts.http import FilerRequest
from cmecf.courts.pages import court_page, refusal_page
from cmecf.legacy.access import filer_in_any_phase
from dockets.notices.content import heading_of
from dockets.notices.forms import MailingInfoForm
from dockets.notices.queries import (
    MailingInfo,
    content_on_screen,
    filed_it,
    find_notice,
    mailing_lists,
)
from dockets.notices.refusals import NoticeRefusal
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
        reason = NoticeRefusal.NOT_FOUND
        return refusal_page(request, reason, heading=heading_of(request.court), status=404)
    context = {
        "notice": content_on_screen(found, account),
        "entry": found.entry,
        "filed_it": filed_it(found.entry, account, request.pacer_account),
        "filer": account,
        "free_look_ends": free_look_ends(found.at),
    }
    return court_page(request, "dockets/notice.html", context)


@get_or_post
@sensitive_post_parameters("key")
@filer_in_any_phase
def mailing_info(request: FilerRequest, court: str) -> HttpResponse:
    """Utilities > Mailings > Mailing Info for a Case: who gets notices by e-mail. Free of charge."""
    data = request.GET if "case_num" in request.GET else None
    form = MailingInfoForm(data, court=request.court)
    lists: list[MailingInfo] = []
    if form.is_bound and form.is_valid():
        lists = mailing_lists(request.court, form.cleaned_data["case_num"])
        if not lists:
            form.add_error("case_num", "Cannot find this case. Check the number.")
    return court_page(request, "dockets/mailing_info.html", {"form": form, "lists": lists})
