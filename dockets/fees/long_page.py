"""A report of any length, billed by its size, in little memory (decision 0033)."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast

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
    with _written(request, parts) as report:
        receipt = bill(
            searcher=searcher,
            court=request.court,
            description=description,
            criteria=criteria,
            pages=report_pages(report.billed_size),
            at=request.at,
            kind=kind,
        )
        return _answer(request, report, {"title": title, "receipt": receipt})


def free_page(request: CourtRequest, parts: Iterable[str], *, title: str) -> HttpResponse:
    """Write the parts of a report that costs nothing, and show it without a receipt."""
    with _written(request, parts) as report:
        return _answer(request, report, {"title": title})


@dataclass(frozen=True)
class _Written:
    """A report in a file. `billed_size`: its bytes with the script calls, for every reader."""

    file: IO[bytes]
    size: int
    billed_size: int
    closing: ExitStack


@contextmanager
def _written(request: CourtRequest, parts: Iterable[str]) -> Iterator[_Written]:
    """The report, written. The file is closed at the end, unless the answer took it over."""
    with ExitStack() as closing:
        file = closing.enter_context(SpooledTemporaryFile(max_size=IN_MEMORY))
        size = billed_size = 0
        for part in parts:
            billed_size += len(part.encode())
            size += file.write(for_this_reader(request, part).encode())
        file.seek(0)
        yield _Written(file, size, billed_size, closing)


def _answer(request: CourtRequest, report: _Written, context: dict[str, Any]) -> HttpResponse:
    context["report"] = mark_safe(_REPORT)  # noqa: S308
    page = render_to_string("dockets/report.html", context, request)
    before, _, after = page.partition(_REPORT)
    report.closing.pop_all()  # what is sent closes the file
    parts = _sent(before, report.file, after)
    if report.size <= IN_MEMORY:
        return HttpResponse(b"".join(parts))
    return cast(HttpResponse, StreamingHttpResponse(parts))  # our views are typed as HttpResponse


def _sent(before: str, file: IO[bytes], after: str) -> Iterator[bytes]:
    with file:
        yield before.encode()
        while part := file.read(_AT_ONCE):
            yield part
        yield after.encode()
