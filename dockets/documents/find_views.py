"""Finding a document by its number on the docket, and comparing a file with the one that was filed."""

import hashlib
import re

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.search_access import for_case_search
from dockets.cases.queries import find_case
from dockets.documents.find_forms import DocumentNumberForm, VerifyForm
from dockets.documents.links import DocumentAddresses
from dockets.documents.queries import find_in_case, refusal_for
from dockets.documents.verification import Verification, verify
from dockets.models import Case, EntryDocument
from dockets.query.decorators import for_case
from rehearsals.documents.limits import FILING
from rehearsals.web.uploads import takes_files

_SHOW_CASE_DOC = re.compile(
    r"(?P<number>[0-9]{1,9}),(?P<case>[0-9]{1,15}),(?P<attachment>[0-9]{0,4})(?:,.*)?", re.ASCII
)


def address_of(request: CourtRequest, document: EntryDocument, *, menu: bool) -> str:
    addresses = DocumentAddresses(request.court.code, request.court.document_prefix)
    return addresses.of(document.pk, leads_to_menu=menu)


@for_case_search("View a Document")
def show_case_doc(request: CourtRequest) -> HttpResponse:
    """`show_case_doc?<document>,<caseid>,<attachment>,,`: redirect to the document."""
    found = _SHOW_CASE_DOC.fullmatch(request.META.get("QUERY_STRING", ""))
    case = find_case(request.court, int(found["case"])) if found else None
    if found is None or case is None or case.is_sealed:
        raise Http404
    attachment = found["attachment"]
    document = find_in_case(case, int(found["number"]), int(attachment or 0))
    if document is None:
        raise Http404
    return redirect(address_of(request, document, menu=not attachment))


@for_case("View a Document")
def view_document(request: CourtRequest, case: Case) -> HttpResponse:
    """Open a document of a case by its number on the docket."""
    form = DocumentNumberForm(request.POST or None, case=case)
    if form.is_valid():
        found: EntryDocument = form.cleaned_data["document"]
        return redirect(address_of(request, found, menu=not found.attachment))
    context = {"case": case, "form": form}
    return court_page(request, "dockets/documents/find.html", context)


@takes_files(FILING.size)
@for_case_search("Verify a Document")
def verify_document(request: CourtRequest) -> HttpResponse:
    """Compare a file, a SHA-256 or a stamp with a document as it was filed."""
    form = VerifyForm(request.POST or None, request.FILES or None, court=request.court)
    result: Verification | None = None
    refusal = None
    if form.is_valid():
        document = form.cleaned_data["document"]
        refusal = refusal_for(document, request.cmecf_account)
        file = form.cleaned_data["file"]
        sha256 = hashlib.sha256(file.read()).hexdigest() if file else form.cleaned_data["sha256"]
        if refusal is None:
            result = verify(document, sha256=sha256, stamp=form.cleaned_data["stamp"])
    context = {"form": form, "result": result, "refusal": refusal}
    return court_page(request, "dockets/documents/verify.html", context)
