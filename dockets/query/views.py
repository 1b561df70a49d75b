"""Finding a case: the Query page and its results, and the page of one case.

A case number leads to its case free of charge. A search by name, date, nature of suit or cause is billed,
one page of results at a time, without a cap.
"""

from django.http import HttpResponse

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import for_case_search
from dockets.cases.queries import cases_of_number
from dockets.fees.billed_page import billed_page
from dockets.models import Case, Restriction
from dockets.query.decorators import case_of_key, for_case, refuse_case
from dockets.query.forms import QueryForm
from dockets.query.nonce import make_nonce
from dockets.query.payer import billed_to
from dockets.query.queries import cases_of_keys, search
from dockets.query.refusals import QueryRefusal
from dockets.query.rules import why_not_show
from pacer_accounts.choices import FeeKind
from rehearsals.web.http import get_or_post, posted_data

SEARCH = "Search"


@get_or_post
@for_case_search("Query")
def query(request: CourtRequest) -> HttpResponse:
    """The Query page (GET), and what it finds (POST)."""
    form = QueryForm(posted_data(request), court=request.court)
    if not form.is_bound or not form.is_valid():
        return _form_page(request, form)
    if form.case_keys:
        return _cases(request, form, cases_of_keys(request.court, form.case_keys))
    if number := form.cleaned_data["case_num"]:
        return _cases(request, form, cases_of_number(request.court, number))
    return _search(request, form)


def _form_page(
    request: CourtRequest, form: QueryForm, found: list[Case] | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "nonce": make_nonce(),
        "billed_to": billed_to(request),
        "found": found,
    }
    return court_page(request, "dockets/query/form.html", context)


def _cases(request: CourtRequest, form: QueryForm, cases: list[Case]) -> HttpResponse:
    """What was found by number: the case, a list to choose from, or the form again. Free of charge."""
    shown = [case for case in cases if not case.is_sealed]
    if cases and not shown:
        return refuse_case(request, QueryRefusal.SEALED, "Query")
    if not shown:
        form.add_error("case_num", f"{QueryRefusal.NOT_FOUND.sentence} {_HINT}")
        return _form_page(request, form)
    if len(shown) == 1 and "find" not in request.POST:
        return _case_page(request, shown[0])
    return _form_page(request, form, found=shown)


_HINT = "Check the office, year, type and number. Another court's cases aren't here."


def _search(request: CourtRequest, form: QueryForm) -> HttpResponse:
    text = request.POST.get("page", "")
    page = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 1
    hits = search(request.court, form.cleaned_data, page)
    case = hits.only
    template = "dockets/query/case.html" if case else "dockets/query/hits.html"
    return billed_page(
        request,
        template,
        {
            "case": case,
            "hits": hits,
            "form": form,
            "nonce": make_nonce(),
            "billed_to": billed_to(request),
        },
        title="Query",
        description=SEARCH,
        criteria=form.criteria,
        kind=FeeKind.SEARCH,
    )


def _case_page(request: CourtRequest, case: Case) -> HttpResponse:
    context = {"case": case, "billed_to": billed_to(request)}
    return court_page(request, "dockets/query/case_page.html", context)


@for_case("Query")
def case_menu(request: CourtRequest, case: Case) -> HttpResponse:
    """iqquerymenu.pl?<case>: what is known about a case. Free of charge."""
    return _case_page(request, case)


@get_or_post
@for_case_search("Query")
def mobile(request: CourtRequest) -> HttpResponse:
    """mobile_query.pl?search=caseInfo&caseid=<case>: a case in short. Client programs send `caseid==12`."""
    case = case_of_key(request, request.GET.get("caseid", "").lstrip("="))
    refusal = why_not_show(case)
    if case is None or refusal:
        return refuse_case(request, refusal or QueryRefusal.NOT_FOUND, "Query")
    entries = case.entries.exclude(restriction=Restriction.SEALED).count()
    return court_page(request, "dockets/query/mobile.html", {"case": case, "entries": entries})
