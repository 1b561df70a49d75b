"""What the app adds to the Utilities menu, in the real menus' words."""

from collections.abc import Iterator

from django.urls import reverse

from cmecf.courts.http import CourtRequest
from cmecf.courts.menus import YOUR_PACER_ACCOUNT, Entry, MenuGroup
from cmecf.courts.search_access import searcher_of

MISCELLANEOUS = "Miscellaneous"
VERIFY = "Verify a Document"
BILLING_HISTORY = "Review Billing History"
EXEMPTION = "Change PACER Exemption Status"
SHOW_ACCOUNT = "Show PACER Account"
PAYMENT_HISTORY = "Internet Payment History"
MAILINGS = "Mailings"
MAILING_INFO = "Mailing Info for a Case"


def utilities(request: CourtRequest) -> tuple[MenuGroup, ...]:
    """The entries for the user of this request, by heading. Add new ones to an `_…_entries` below."""
    groups: dict[str, list[Entry]] = {}
    for entry in (*_pacer_entries(request), *_filer_entries(request), *_document_entries(request)):
        groups.setdefault(entry.section, []).append(entry)
    return tuple(MenuGroup(heading, tuple(entries)) for heading, entries in groups.items())


def _pacer_entries(request: CourtRequest) -> Iterator[Entry]:
    """For a PACER login. Before the outage, a filer without one is asked for it first."""
    searcher = searcher_of(request)
    rows = [(BILLING_HISTORY, "billing_history", "What you were charged at this court.")]
    if searcher and searcher.account.is_cja:
        rows.append((EXEMPTION, "exemption", "Use your fee exemption until you log out."))
    rows.append(
        (SHOW_ACCOUNT, "pacer_account", "The PACER account that your searches are billed to.")
    )
    for label, name, note in rows:
        yield Entry(label, _url(request, name), YOUR_PACER_ACCOUNT, note)


def _filer_entries(request: CourtRequest) -> Iterator[Entry]:
    if request.cmecf_account:
        url = _url(request, "payment_history")
        yield Entry(PAYMENT_HISTORY, url, MISCELLANEOUS, "The filing fees that you paid here.")
        url = _url(request, "mailing_info")
        yield Entry(MAILING_INFO, url, MAILINGS, "Who gets notices in a case, and how.")


def _document_entries(request: CourtRequest) -> Iterator[Entry]:
    note = "Is a file the document that was filed? Free of charge."
    yield Entry(VERIFY, _url(request, "verify_document"), MISCELLANEOUS, note)


def _url(request: CourtRequest, name: str) -> str:
    return reverse(f"dockets:{name}", args=[request.court.code])
