"""The docket sheet as a PDF: the receipt page, then the charge and the file."""

from hashlib import sha256
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import searcher_of
from dockets.cases.queries import is_participant
from dockets.documents.files import pdf_answer
from dockets.fees.receipt import OTHER_TERMS, keeps_promise, new_form
from dockets.fees.services import bill, quote
from dockets.models import Case
from dockets.query.nonce import make_nonce
from dockets.reports.docket_sheet.options import SheetOptions
from dockets.reports.docket_sheet.pdf.file import pdf_file
from dockets.reports.docket_sheet.pdf.sheet import docket_pages
from dockets.reports.docket_sheet.report import DESCRIPTION
from pacer_accounts.models import UsageTransaction

OTHER_LENGTH = (
    "The docket has changed since you opened the receipt. You weren't charged. Check the cost below, then"
    " download the PDF."
)


def docket_pdf(
    request: CourtRequest, case: Case, options: SheetOptions, *, asked: list[tuple[str, str]]
) -> HttpResponse:
    """The receipt page with what the PDF costs, or the PDF, charged, if the receipt page was sent.

    `asked`: the fields of the form, which the receipt page sends again. An account that hides receipts
    gets the PDF at once.
    """
    searcher = searcher_of(request)
    if searcher is None:
        raise LookupError("No PACER account is logged in.")
    pages = docket_pages(
        case,
        options,
        is_participant=is_participant(case, searcher.filer),
        origin=request.build_absolute_uri("/").rstrip("/"),
    )
    charge: dict[str, Any] = {
        "searcher": searcher,
        "court": request.court,
        "description": DESCRIPTION,
        "criteria": case.full_number,
        "pages": len(pages),
        "at": request.at,
    }
    shows_receipts, receipt = searcher.account.shows_receipts, quote(**charge)
    changed = _what_changed(request, receipt, len(pages))
    if shows_receipts and (changed or "got_receipt" not in request.POST):
        return _receipt_page(request, case, receipt, len(pages), asked, changed)
    title = f"{case.full_number}   Docket Sheet"
    file = pdf_file(
        pages,
        title=title,
        receipt=receipt if shows_receipts else None,
        time_zone=request.court.time_zone,
    )
    bill(**charge, form=_form_of(request, asked))  # last: a PDF that fails costs nothing
    return pdf_answer(file, f"{case.court.code}-{case.number}-docket.pdf".replace(":", "-"))


def _what_changed(request: CourtRequest, receipt: UsageTransaction, pages: int) -> str:
    """Why the receipt page that was sent doesn't count: it named other pages or terms; "" if it does."""
    if "got_receipt" not in request.POST:
        return ""
    if request.POST.get("pages") != str(pages):
        return OTHER_LENGTH
    return "" if keeps_promise(request.POST.get("form", ""), receipt) else OTHER_TERMS


def _form_of(request: CourtRequest, asked: list[tuple[str, str]]) -> str:
    """The receipt page that was sent, for what it asks. Sent with other choices, it is another one."""
    form = request.POST.get("form", "")
    return sha256(f"{form} {sorted(asked)}".encode()).hexdigest()[:32] if form else ""


def _receipt_page(
    request: CourtRequest,
    case: Case,
    receipt: UsageTransaction,
    pages: int,
    asked: list[tuple[str, str]],
    changed: str,
) -> HttpResponse:
    context = {
        "case": case,
        "action": f"{reverse('dockets:docket_sheet', args=[request.court.code])}?{make_nonce(case)}",
        "asked": asked,
        "receipt": receipt,
        "pages": pages,
        "changed": changed,
        "form_token": new_form(receipt),
    }
    return court_page(request, "dockets/docket_sheet/pdf_receipt.html", context)
