"""Links to documents, as reports have them: an address, and the script call that client programs read.

In real CM/ECF a click runs `goDLS(...)`. Our content policy forbids scripts inside the page, so the call
never runs and a browser follows the address. Chromium logs an error for each such attribute, so browsers
get the links without it (decision 0033).
"""

import re
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import mark_safe

from dockets.documents.numbers import DIRECT, MENU, document_number

_CALL = re.compile(r' on(?:click|submit)="goDLS\([^"]*"')


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A document in a report. `url` is empty if the reader may not open it.

    `key`: the document's primary key if the report has a check box for it. `has_header`: the document
    is to be shown with the case number on each page.
    """

    text: str
    url: str = ""
    case: int = 0
    sequence: int = 0
    label: str = ""
    key: int = 0
    has_header: bool = True


class DocumentAddresses:
    """The addresses of a court's documents, for many links on a page."""

    def __init__(self, court_code: str, prefix: str) -> None:
        self.start = reverse("ecf:entry", args=[court_code]) + "doc1/"
        self.prefix = prefix

    def of(self, key: int, *, leads_to_menu: bool = False) -> str:
        """The address of the document with this primary key. `leads_to_menu`: it has attachments."""
        return self.start + document_number(self.prefix, key, MENU if leads_to_menu else DIRECT)


def for_this_reader(request: HttpRequest, html: str) -> str:
    """The safe `html` without the script calls if a browser asks. Only browsers send Sec-Fetch-Dest."""
    is_browser = "Sec-Fetch-Dest" in request.headers
    return mark_safe(_CALL.sub("", html)) if is_browser else html  # noqa: S308  only left out
