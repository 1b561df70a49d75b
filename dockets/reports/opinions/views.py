from datetime import timedelta

from django.http import HttpResponse
from django.urls import reverse

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import for_case_search
from dockets.fees.long_page import free_page
from dockets.query.nonce import make_nonce
from dockets.reports.case_field import case_of_form
from dockets.reports.opinions.forms import BY_CASE, OpinionsForm
from dockets.reports.opinions.report import opinions, opinions_parts
from rehearsals.clock.court_time import court_day

TITLE = "Written Opinions"
_YEAR = timedelta(days=365)  # opinions are few


@for_case_search(TITLE)
def written_opinions(request: CourtRequest) -> HttpResponse:
    """`WrtOpRpt.pl` is the form, `WrtOpRpt.pl?<nonce>` the report. It is free."""
    if request.method != "POST":
        today = court_day(request.at, request.court.time_zone)
        form = OpinionsForm(initial={"filed_from": today - _YEAR, "filed_to": today})
        return _form_page(request, form)
    form = OpinionsForm(request.POST)
    if not form.is_valid():
        return _form_page(request, form)
    case = case_of_form(request, form)
    if form.errors:
        return _form_page(request, form)
    data = form.cleaned_data
    by_case = data["Key1"] == BY_CASE
    found = opinions(
        request.court, data["filed_from"], data["filed_to"], by_case=by_case, case=case
    )
    criteria = f"from {data['filed_from']:%m/%d/%Y} to {data['filed_to']:%m/%d/%Y}"
    if case:
        criteria = f"in {case.number} {criteria}"
    parts = opinions_parts(
        request.court, found, criteria, by_case=by_case, has_full_text=data["ShowFull"]
    )
    return free_page(request, parts, title=TITLE)


def _form_page(request: CourtRequest, form: OpinionsForm) -> HttpResponse:
    action = f"{reverse('dockets:written_opinions', args=[request.court.code])}?{make_nonce()}"
    context = {"form": form, "title": TITLE, "action": action, "is_free": True}
    return court_page(request, "dockets/reports/form.html", context)
