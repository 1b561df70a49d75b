from contextlib import suppress

from django.http import HttpResponse
from django.urls import reverse

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import for_case_search, searcher_of
from dockets.cases.queries import is_participant
from dockets.fees.long_page import long_page
from dockets.models import Case
from dockets.query.decorators import case_in_address, case_of_key, refuse_case
from dockets.query.nonce import make_nonce
from dockets.query.payer import billed_to
from dockets.query.refusals import QueryRefusal
from dockets.query.rules import why_not_show
from dockets.reports.case_field import case_of_form
from dockets.reports.docket_sheet.forms import DocketSheetForm
from dockets.reports.docket_sheet.many_entries import CHOICES, MANY_ENTRIES, VALUES, narrowed
from dockets.reports.docket_sheet.options import SheetOptions
from dockets.reports.docket_sheet.pdf.layout import MOST_PAGES, TooManyPages
from dockets.reports.docket_sheet.pdf.views import docket_pdf
from dockets.reports.docket_sheet.queries import count_of
from dockets.reports.docket_sheet.report import DESCRIPTION, docket_sheet_parts
from rehearsals.clock.court_time import court_day

HEADING = "Docket Sheet"
TOO_LONG_FOR_PDF = (
    f"A PDF can have {MANY_ENTRIES:,} entries and {MOST_PAGES} pages, and this report is longer. Enter dates"
    " or document numbers to get fewer entries, or choose HTML."
)


@for_case_search(HEADING)
def docket_sheet(request: CourtRequest) -> HttpResponse:
    """`DktRpt.pl?12` is the form for a case, `DktRpt.pl?<nonce>` the report that the form asks for."""
    if request.method == "POST":
        return _sent_form(request)
    if not request.GET:
        return _form_page(request, DocketSheetForm(), None)
    case = case_in_address(request) or case_of_key(request, request.GET.get("caseid", ""))
    refusal = why_not_show(case)
    if refusal or case is None:
        return refuse_case(request, refusal or QueryRefusal.NOT_FOUND, HEADING)
    wanted = {
        name: text for name, text in request.GET.items() if name in DocketSheetForm.base_fields
    }
    return _form_page(request, DocketSheetForm(initial=wanted | _case_fields(case)), case)


def _case_fields(case: Case) -> dict[str, str]:
    return {"case_num": case.full_number, "all_case_ids": str(case.pk)}


def _form_page(request: CourtRequest, form: DocketSheetForm, case: Case | None) -> HttpResponse:
    action = f"{reverse('dockets:docket_sheet', args=[request.court.code])}?{make_nonce(case)}"
    context = {"form": form, "case": case, "action": action, "billed_to": billed_to(request)}
    return court_page(request, "dockets/docket_sheet/form.html", context)


def _sent_form(request: CourtRequest) -> HttpResponse:
    form = DocketSheetForm(request.POST)
    case = case_of_form(request, form, required=True) if form.is_valid() else None
    if not form.is_valid() or case is None:
        return _form_page(request, form, None)
    if refusal := why_not_show(case):
        return refuse_case(request, refusal, HEADING)
    options, choice = form.options(), request.POST.get("many", "")
    if choice in VALUES:
        options = narrowed(options, choice, today=court_day(request.at, case.court.time_zone))
    has_many = count_of(case, options, up_to=MANY_ENTRIES + 1) > MANY_ENTRIES
    if form.wants_pdf:
        return _pdf(request, form, case, options, has_many=has_many)
    if has_many and choice not in VALUES:
        return _ask_how_many(request, case)
    return _report(request, case, options)


def _pdf(
    request: CourtRequest,
    form: DocketSheetForm,
    case: Case,
    options: SheetOptions,
    *,
    has_many: bool,
) -> HttpResponse:
    with suppress(TooManyPages):
        if not has_many:
            return docket_pdf(request, case, options, asked=_asked(request))
    form.add_error("output_format", TOO_LONG_FOR_PDF)
    return _form_page(request, form, case)


def _ask_how_many(request: CourtRequest, case: Case) -> HttpResponse:
    action = f"{reverse('dockets:docket_sheet', args=[request.court.code])}?{make_nonce(case)}"
    context = {
        "case": case,
        "action": action,
        "asked": _asked(request),
        "choices": CHOICES,
        "billed_to": billed_to(request),
    }
    return court_page(request, "dockets/docket_sheet/many_entries.html", context)


def _asked(request: CourtRequest) -> list[tuple[str, str]]:
    """The fields of the form that was sent, for another page that sends them again."""
    fields = {*DocketSheetForm.base_fields, "many"}
    return [(name, request.POST[name]) for name in request.POST if name in fields]


def _report(request: CourtRequest, case: Case, options: SheetOptions) -> HttpResponse:
    searcher = searcher_of(request)
    filer = searcher.filer if searcher else None
    parts = docket_sheet_parts(case, options, is_participant=is_participant(case, filer))
    return long_page(
        request, parts, title=HEADING, description=DESCRIPTION, criteria=case.full_number
    )
