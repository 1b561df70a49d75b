from django.http import HttpResponse

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import searcher_of
from dockets.cases.queries import is_participant
from dockets.fees.long_page import long_page
from dockets.models import Case
from dockets.query.decorators import for_case
from dockets.query.nonce import make_nonce
from dockets.query.payer import billed_to
from dockets.reports.history.forms import DOCUMENTS, HistoryForm
from dockets.reports.history.report import history_parts

TITLE = "History/Documents"


@for_case(TITLE)
def history(request: CourtRequest, case: Case) -> HttpResponse:
    """`HistDocQry.pl?12` is the form for a case, `HistDocQry.pl?<nonce>` its report."""
    form = HistoryForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _report(request, case, form)
    context = {
        "case": case,
        "form": form,
        "title": TITLE,
        "nonce": make_nonce(case),
        "billed_to": billed_to(request),
    }
    return court_page(request, "dockets/query/report_form.html", context)


def _report(request: CourtRequest, case: Case, form: HistoryForm) -> HttpResponse:
    searcher = searcher_of(request)
    parts = history_parts(
        case,
        form.options(),
        only_documents=form.cleaned_data["QueryType"] == DOCUMENTS,
        has_text=form.cleaned_data["DisplayDktText"],
        is_participant=is_participant(case, searcher.filer if searcher else None),
    )
    return long_page(request, parts, title=TITLE, description=TITLE, criteria=case.full_number)
