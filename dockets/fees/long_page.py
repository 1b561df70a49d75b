"""A report of any length, billed by its size, in little memory (decision 0033)."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from django.http import HttpResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from cmecf.courts.http import CourtRequest
from cmecf.courts.search_access import searcher_of
from dockets.documents.links import for_this_reader
from dockets.fees.rules import report_pages
from dockets.fees.services import bill
from pacer_accounts.choices import FeeKind

IN_MEMORY = 1024 * 1024  # bytes of a report that is sent as a whole; a longer one waits on the disk
_AT_ONCE = 64 * 1024
_REPORT = "<!--report-->"  # everything else on the page is escaped, so this comment is there once


def long_page(
    request: CourtRequest,
    parts: Iterable[str],
    *,
    title: str,
    description: str,
    criteria: str,
    kind: FeeKind = FeeKind.CASE,
) -> HttpResponse:
    """Write the parts of a report, charge it, and show it with its receipt, as `billed_page` does.

    `kind`: FeeKind.SEARCH for a report that isn't about one case; it has no cap. The charge is made after
    the last part: a report that fails costs nothing. For views behind `for_case_search`.
    """
    searcher = searcher_of(request)
    if searcher is None:
        raise LookupError("No PACER account is logged in.")
    with ExitStack() as stack:
        file = stack.enter_context(SpooledTemporaryFile(max_size=IN_MEMORY))
        size = length = 0
        for part in parts:
            size += len(part.encode())
            length += file.write(for_this_reader(request, part).encode())
        receipt = bill(
            searcher=searcher,
            court=request.court,
            description=description,
            criteria=criteria,
            pages=report_pages(size),
            at=request.at,
            kind=kind,
        )
        context = {"title": title, "report": mark_safe(_REPORT), "receipt": receipt}  # noqa: S308
        page = render_to_string("dockets/report.html", context, request)
        file.seek(0)
        stack.pop_all()  # the answer closes the file
    return _send(page, file, is_short=length <= IN_MEMORY)


def _send(page: str, file: IO[bytes], *, is_short: bool) -> HttpResponse:
    before, _, after = page.partition(_REPORT)
    parts = _sent(before, file, after)
    if is_short:
        return HttpResponse(b"".join(parts))
    return cast(HttpResponse, StreamingHttpResponse(parts))  # our views are typed as HttpResponse


def _sent(before: str, file: IO[bytes], after: str) -> Iterator[bytes]:
    with file:
        yield before.encode()
        while part := file.read(_AT_ONCE):
            yield part
        yield after.encode()
