""" "View Selected" below a docket: the documents that were ticked, and what each of them costs."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import Searcher, for_case_search, searcher_of
from dockets.cases.queries import is_participant
from dockets.documents.links import DocumentAddresses, for_this_reader
from dockets.documents.queries import documents_of_case
from dockets.documents.receipt import receipt_values
from dockets.documents.rules import why_not_read
from dockets.fees.services import quote
from dockets.models import Case, EntryDocument
from dockets.query.decorators import case_of_key, refuse_case
from dockets.query.refusals import QueryRefusal
from dockets.query.rules import why_not_show
from pacer_accounts.models import UsageTransaction

HEADING = "View Multiple Documents"
MOST_SELECTED = 100


@for_case_search(HEADING)
@require_safe
def selected_documents(request: CourtRequest) -> HttpResponse:
    """The list of the selected documents. It is free: each document is charged when it is opened."""
    case = case_of_key(request, request.GET.get("caseid", ""))
    refusal = why_not_show(case)
    searcher = searcher_of(request)
    if refusal or case is None or searcher is None:
        return refuse_case(request, refusal or QueryRefusal.NOT_FOUND, HEADING)
    keys = [int(key) for key in request.GET.getlist("doc") if key.isdecimal() and len(key) <= 15]
    is_too_long = len(keys) > MOST_SELECTED
    documents = [] if is_too_long else _readable(case, keys, searcher)
    addresses = DocumentAddresses(request.court.code, request.court.document_prefix)
    quotes = [_quote(request, searcher, document) for document in documents]
    rows = [
        {"document": document, "url": addresses.of(document.pk), "quote": price}
        for document, price in zip(documents, quotes, strict=True)
    ]
    context = {
        "case": case,
        "rows": rows,
        "total": sum(price.fee for price in quotes),
        "most": MOST_SELECTED,
        "is_too_long": is_too_long,
        "has_headers": request.GET.get("pdf_header") != "0",
    }
    page = court_page(request, "dockets/docket_sheet/selected.html", context)
    page.content = for_this_reader(request, page.content.decode())
    return page


def _readable(case: Case, keys: list[int], searcher: Searcher) -> list[EntryDocument]:
    participates = is_participant(case, searcher.filer)
    return [
        document
        for document in documents_of_case(case, keys)
        if why_not_read(document, is_participant=participates) is None
    ]


def _quote(request: CourtRequest, searcher: Searcher, document: EntryDocument) -> UsageTransaction:
    values = receipt_values(document)
    return quote(searcher=searcher, court=request.court, at=request.at, **values)
