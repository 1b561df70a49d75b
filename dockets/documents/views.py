from datetime import datetime

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page, refusal_page
from cmecf.courts.search_access import Searcher, login_page, refuse_search, searcher_of
from dockets.cases.queries import is_participant
from dockets.documents import queries, view_services
from dockets.documents.files import frame_page, served, unavailable
from dockets.documents.links import DocumentAddresses, for_this_reader
from dockets.documents.numbers import MENU
from dockets.documents.receipt import receipt_values
from dockets.documents.refusals import DocumentRefusal
from dockets.documents.stamped import open_document
from dockets.documents.texts import RECEIPT_IS_OVER, why_charged, why_login
from dockets.fees.receipt import OTHER_TERMS, keeps_promise, new_form
from dockets.fees.services import quote
from dockets.models import EntryDocument
from dockets.notices.free_looks import FreeLookResult
from dockets.notices.rules import needs_login
from dockets.notices.services import use_free_look
from pacer_accounts.models import UsageTransaction
from rehearsals.web.http import get_or_post

HEADING = "View a document"


@login_not_required
@never_cache
@get_or_post
@sensitive_post_parameters("key")
def document(request: CourtRequest, court: str, number: str) -> HttpResponse:
    """A document, the receipt page before it, or the menu of an entry with attachments."""
    found = queries.find_document(request.court, number)
    look, shown = None, None
    names_case = not found or request.GET.get("caseid") in (None, str(found[0].entry.case_id))
    if found and names_case and request.method == "GET" and request.GET.get("magic_num"):
        look, shown = _without_login(request, *found)
    why = why_login(look, found[0], request.court.time_zone) if look and found else ""
    if answer := shown or login_page(request, why) or refuse_search(request, HEADING):
        return answer
    if found is None:
        return _refuse(request, DocumentRefusal.NOT_AVAILABLE, 404)
    if not names_case:
        return _refuse(request, DocumentRefusal.NO_CASE, 404)
    if refusal := queries.refusal_for(found[0], request.cmecf_account):
        return _refuse(request, refusal)
    return (
        _menu(request, found[0]) if _leads_to_menu(*found) else _document(request, found[0], look)
    )


def _leads_to_menu(document: EntryDocument, flag: str) -> bool:
    return flag == MENU and len(queries.documents_of_entry(document)) > 1


def _without_login(
    request: CourtRequest, document: EntryDocument, flag: str
) -> tuple[FreeLookResult | None, HttpResponse | None]:
    """What the link of a notice gives, and the page if it needs no login."""
    magic = request.GET["magic_num"]
    if _leads_to_menu(document, flag):
        is_open = not needs_login(document) and queries.has_notice(document, magic)
        return None, _menu(request, document) if is_open else None
    if queries.has_notice(document, magic) and (trouble := _trouble(request, document)):
        return None, trouble  # before the free look is used
    look = _use_look(request, document, magic)
    if not look.is_granted:
        return look, None
    return look, _show(request, document, is_charged=False, is_free_look=True)


def _use_look(request: CourtRequest, document: EntryDocument, magic: str) -> FreeLookResult:
    participates = is_participant(document.entry.case, request.cmecf_account)
    return use_free_look(
        document=document, magic_number=magic, at=request.at, is_participant=participates
    )


def _refuse(request: CourtRequest, refusal: DocumentRefusal, status: int = 403) -> HttpResponse:
    return refusal_page(request, refusal, heading=HEADING, status=status)


def _menu(request: CourtRequest, document: EntryDocument) -> HttpResponse:
    """The documents of an entry; those that this reader may not open have no link."""
    documents = queries.documents_of_entry(document)
    addresses = DocumentAddresses(request.court.code, request.court.document_prefix)
    magic = request.GET.get("magic_num", "")
    if not (magic.isascii() and magic.isdigit()):  # it goes into a script call
        magic = ""
    rows = [
        {
            "document": one,
            "number": one.attachment or (document.entry.number or document.entry.sequence),
            "url": "" if queries.refusal_for(one, request.cmecf_account) else addresses.of(one.pk),
        }
        for one in documents
    ]
    context = {"entry": document.entry, "rows": rows, "magic": magic}
    page = court_page(request, "dockets/documents/menu.html", context)
    page.content = for_this_reader(request, page.content.decode())
    return page


def _document(
    request: CourtRequest, document: EntryDocument, look: FreeLookResult | None
) -> HttpResponse:
    """The receipt page, or the document after "View Document" or without a receipt page."""
    searcher = searcher_of(request)
    if searcher is None:
        raise LookupError("No PACER account is logged in.")
    values = receipt_values(document)
    is_free = document.entry.is_opinion and not document.attachment
    has_asked = request.method == "POST" and "got_receipt" in request.POST
    # HEAD, of a program that checks links, is free.
    shows_receipt = searcher.account.shows_receipts or look or request.method == "HEAD"
    receipt = quote(searcher=searcher, court=request.court, at=request.at, **values)
    why = _why_not_accept(request, document, receipt) if has_asked else ""
    if is_free or (has_asked and not why) or not shows_receipt:
        return _show(request, document, is_charged=not is_free)
    context = {
        "document": document,
        "receipt": receipt,
        "why": why_charged(look, request.court.time_zone) if look else why,
        "form_token": new_form(receipt),
    }
    page = court_page(request, "dockets/documents/receipt.html", context)
    page.content = for_this_reader(request, page.content.decode())
    return page


def _why_not_accept(
    request: CourtRequest, document: EntryDocument, receipt: UsageTransaction
) -> str:
    """Why the receipt page that was sent isn't charged but shown again; "" if it is accepted."""
    form, account = request.POST.get("form", ""), receipt.account
    if not keeps_promise(form, receipt):
        return OTHER_TERMS
    is_over = view_services.is_over(document, account, form, wall_at=request.wall_at)
    return RECEIPT_IS_OVER if is_over else ""


def _show(
    request: CourtRequest,
    document: EntryDocument,
    *,
    is_charged: bool,
    is_free_look: bool = False,
) -> HttpResponse:
    """Show the file, after the charge if there is one. A file that can't be read isn't charged."""
    if trouble := _trouble(request, document):
        return trouble
    form = request.POST.get("form", "")[:32]
    payer = searcher_of(request) if is_charged else None
    ticket, save_ticket = (
        _charged_tickets(request, document, payer, form) if payer else _tickets(request, document)
    )
    if "download" in request.GET:
        return _file(request, ticket, is_download=True)
    return frame_page(
        request,
        document,
        ticket,
        form=form if payer else "",
        save_ticket=save_ticket,
        is_free_look=is_free_look,
    )


def _charged_tickets(
    request: CourtRequest, document: EntryDocument, payer: Searcher, form: str
) -> tuple[str, str]:
    """The ticket of the frame. The frame page sends its form again to save the file, so no second one."""
    ticket = view_services.view_charged(
        document=document,
        searcher=payer,
        filer=request.cmecf_account,
        form=form or _same_minute(document, request.wall_at, request.method),
        has_header=_has_header(request),
        at=request.at,
        wall_at=request.wall_at,
    )
    return ticket, ""


def _tickets(request: CourtRequest, document: EntryDocument) -> tuple[str, str]:
    """The tickets of the frame and of the link that saves the file. Each works once."""

    def ticket() -> str:
        return view_services.view_free(
            document=document,
            filer=request.cmecf_account,
            has_header=_has_header(request),
            wall_at=request.wall_at,
        )

    return ticket(), ticket()


def _has_header(request: CourtRequest) -> bool:
    if request.method == "POST":
        return request.POST.get("pdf_header") == "1"
    return request.GET.get("pdf_header") != "0"


def _trouble(request: CourtRequest, document: EntryDocument) -> HttpResponse | None:
    """The page that says why the file can't be read now; None if it can."""
    try:
        open_document(document, has_header=_has_header(request)).close()
    except FileNotFoundError:
        return _refuse(request, DocumentRefusal.NOT_AVAILABLE, 404)
    except OSError:
        return unavailable(request, HEADING)
    return None


def _same_minute(document: EntryDocument, wall_at: datetime, method: str | None) -> str:
    """Without a receipt page, a double click in the same minute isn't charged twice."""
    return f"{document.pk}@{wall_at:%Y%m%d%H%M}" if method == "GET" else ""


@login_not_required
@never_cache
@require_safe
def show_temp(request: CourtRequest, court: str) -> HttpResponse:
    """The file that a ticket allows to open, once, if it may still be read. It needs no cookies."""
    is_download = "download" in request.GET
    return _file(request, request.GET.get("file", ""), is_download=is_download)


def _file(request: CourtRequest, ticket: str, *, is_download: bool) -> HttpResponse:
    view = None
    if request.method != "HEAD":
        view = view_services.use_ticket(court=request.court, ticket=ticket, wall_at=request.wall_at)
    if view is None:
        return _refuse(request, DocumentRefusal.OPEN_AGAIN, 404)
    # It may have been sealed since the ticket was made.
    if refusal := queries.refusal_for(view.document, view.filer):
        return _refuse(request, refusal)
    try:
        file = open_document(view.document, has_header=view.has_header)
    except FileNotFoundError:
        return _refuse(request, DocumentRefusal.NOT_AVAILABLE, 404)
    except OSError:
        return unavailable(request, HEADING)
    return served(file, view.document, is_download=is_download)
