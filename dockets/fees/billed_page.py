"""A report that is billed by its size, with the receipt below it."""

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import searcher_of
from dockets.documents.links import for_this_reader
from dockets.fees.rules import report_pages
from dockets.fees.services import bill
from pacer_accounts.choices import FeeKind


def billed_page(
    request: CourtRequest,
    template: str,
    context: dict[str, Any],
    *,
    title: str,
    description: str,
    criteria: str,
    kind: FeeKind = FeeKind.CASE,
) -> HttpResponse:
    """Render `template`, the report without a layout, charge it, and show it with its receipt.

    `title`: of the page. `kind`: FeeKind.SEARCH for a search or a report that isn't about one case; it
    has no cap. For views behind `for_case_search`.
    """
    searcher = searcher_of(request)
    if searcher is None:
        raise LookupError("No PACER account is logged in.")
    report = render_to_string(template, context, request)
    receipt = bill(
        searcher=searcher,
        court=request.court,
        description=description,
        criteria=criteria,
        pages=report_pages(len(report.encode())),
        at=request.at,
        kind=kind,
    )
    page = {"title": title, "report": for_this_reader(request, report), "receipt": receipt}
    return court_page(request, "dockets/report.html", page)
