"""The pages below a case's menu. Each report is billed by its size; their forms are free."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import searcher_of
from cmecf.models import CmecfAccount
from dockets.fees.billed_page import billed_page
from dockets.models import Case
from dockets.query import case_queries
from dockets.query.case_forms import DeadlinesForm, NoForm, RelatedForm
from dockets.query.decorators import for_case
from dockets.query.nonce import make_nonce
from dockets.query.payer import billed_to
from rehearsals.web.http import get_or_post, posted_data

View = Callable[..., HttpResponse]
Context = dict[str, Any]
Read = Callable[[Case, CmecfAccount | None], Context]


def _report(title: str, template: str, read: Read) -> View:
    """The view of a report that runs at once."""

    @for_case(title)
    @require_GET
    def view(request: CourtRequest, case: Case) -> HttpResponse:
        return _billed(request, case, title, template, read(case, _filer(request)))

    return view


def _report_with_form(
    title: str,
    template: str,
    form_class: type[forms.Form],
    read: Callable[[Case, CmecfAccount | None, Context], Context],
) -> View:
    """The view of a report with a form before it. The form is sent to the same script, with a nonce."""

    @for_case(title)
    @get_or_post
    def view(request: CourtRequest, case: Case) -> HttpResponse:
        form = form_class(posted_data(request))
        if form.is_bound and form.is_valid():
            found = read(case, _filer(request), form.cleaned_data)
            return _billed(request, case, title, template, found)
        context = {
            "case": case,
            "form": form,
            "title": title,
            "nonce": make_nonce(case),
            "billed_to": billed_to(request),
        }
        return court_page(request, "dockets/query/report_form.html", context)

    return view


def _filer(request: CourtRequest) -> CmecfAccount | None:
    searcher = searcher_of(request)
    return searcher.filer if searcher else None


def _billed(
    request: CourtRequest, case: Case, title: str, template: str, found: Context
) -> HttpResponse:
    return billed_page(
        request,
        template,
        {"case": case, "title": title} | found,
        title=f"{title}: {case.number}",
        description=title,
        criteria=case.full_number,
    )


alias = _report("Alias", "dockets/query/alias.html", case_queries.aliases)
associated = _report(
    "Associated Cases", "dockets/query/associated.html", case_queries.associated_cases
)
attorney = _report("Attorney", "dockets/query/attorney.html", case_queries.attorneys)
summary = _report("Case Summary", "dockets/query/summary.html", case_queries.summary)
filers = _report("Filers", "dockets/query/filers.html", case_queries.filers)
party = _report("Party", "dockets/query/party.html", case_queries.parties)
status = _report("Status", "dockets/query/status.html", case_queries.status)
location = _report_with_form(
    "Case File Location",
    "dockets/query/location.html",
    NoForm,
    lambda case, filer, limits: case_queries.location(case, filer),
)
schedule = _report_with_form(
    "Deadlines/Hearings",
    "dockets/query/deadlines.html",
    DeadlinesForm,
    lambda case, filer, limits: {"deadlines": case_queries.deadlines(case, **limits)},
)
related = _report_with_form(
    "Related Transactions",
    "dockets/query/related.html",
    RelatedForm,
    lambda case, filer, limits: {"rows": case_queries.related_transactions(case, filer, limits)},
)
