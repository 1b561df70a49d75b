"""Answers that show a document: the page with the frame, and the file itself."""

from typing import Any, BinaryIO

from django.conf import settings
from django.http import FileResponse, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page, refusal_page
from dockets.documents.refusals import DocumentRefusal
from dockets.models import EntryDocument

# The file may load and run nothing, and only our own page may frame it.
FILE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
RETRY_SECONDS = "60"


def frame_page(
    request: CourtRequest,
    document: EntryDocument,
    ticket: str,
    *,
    form: str,
    save_ticket: str = "",
    is_free_look: bool = False,
) -> HttpResponse:
    """The page that shows the file in a frame. `form`: of the receipt page, for the download.

    `save_ticket`: another ticket, with which a document that costs nothing can be saved.
    """
    context = {
        "document": document,
        "source": _file_address(request, ticket),
        "save_url": f"{_file_address(request, save_ticket)}&download=1" if save_ticket else "",
        "form_token": form,
        "is_free_look": is_free_look,
    }
    page = court_page(request, "dockets/documents/frame.html", context)
    policy = settings.SECURE_CSP | {"frame-src": ["'self'"]}
    page.headers["Content-Security-Policy"] = "; ".join(
        f"{name} {' '.join(values)}" for name, values in policy.items()
    )
    return page


def _file_address(request: CourtRequest, ticket: str) -> str:
    show_temp = reverse("dockets:show_temp", args=[request.court.code])
    return f"{show_temp}?{urlencode({'file': ticket, 'type': 'application/pdf'})}"


def served(file: BinaryIO, document: EntryDocument, *, is_download: bool) -> Any:
    """A FileResponse: the file in parts, as it is read. Its content is never trusted."""
    return pdf_answer(file, name_of(document), is_download=is_download)


def pdf_answer(file: BinaryIO, name: str, *, is_download: bool = True) -> Any:
    """A FileResponse that sends a PDF in parts. Nothing in it runs. `name`: of the downloaded file."""
    policy = f"sandbox; {FILE_POLICY}" if is_download else FILE_POLICY
    return FileResponse(
        file,
        as_attachment=is_download,
        filename=name,
        content_type="application/pdf",
        headers={
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "SAMEORIGIN",
        },
    )


def name_of(document: EntryDocument) -> str:
    """The name of a downloaded file: "nmd-1-20-cv-90001-1-0.pdf"."""
    entry = document.entry
    case = f"{entry.case.court.code}-{entry.case.number}".replace(":", "-")
    return f"{case}-{entry.number or entry.sequence}-{document.attachment}.pdf"


def unavailable(request: CourtRequest, heading: str) -> HttpResponse:
    """503 while the storage can't be read. Nothing was charged."""
    page = refusal_page(request, DocumentRefusal.NOT_STORED, heading=heading, status=503)
    page.headers["Retry-After"] = RETRY_SECONDS
    return page
