"""The pages of a document: its receipt, the PDF in its frame, and what was charged for it."""

import re
from html import unescape
from typing import Any

from django.http import HttpResponse

from dockets.documents.numbers import DIRECT, document_number
from dockets.models import EntryDocument, Restriction
from pacer_accounts.models import UsageTransaction
from rehearsals.models import Rehearsal
from tests.support.cast import Member
from tests.support.docketed import K1
from tests.support.legacy import QUERY, as_filer, log_in
from tests.support.moments import SEED_MOMENT
from tests.support.visitor import Visitor


def document_of(rehearsal: Rehearsal, attachment: int = 0) -> EntryDocument:
    """The complaint in the pack's first case, or its attachment of this number."""
    rows = EntryDocument.objects.select_related("entry__case__court")
    return rows.get(
        rehearsal=rehearsal, entry__case__number=K1, entry__number=1, attachment=attachment
    )


def path_of(document: EntryDocument, flag: str = DIRECT) -> str:
    prefix = document.entry.case.court.document_prefix
    return f"/ecf/nmd/doc1/{document_number(prefix, document.pk, flag)}"


def accept(
    visitor: Visitor, document: EntryDocument, **more: Any
) -> tuple[dict[str, Any], HttpResponse]:
    """Press View Document on the receipt page. Returns what was sent, and the answer."""
    form = re.search(r'name="form" value="(\w+)"', visitor.get(path_of(document)).content.decode())
    data = {"got_receipt": "1", "pdf_header": "1", "form": form[1]} | more
    return data, visitor.post(path_of(document), data)


def accept_directly(visitor: Visitor, document: EntryDocument) -> HttpResponse:
    """Accept the charge as a client program does, without the receipt page."""
    return visitor.post(path_of(document), {"got_receipt": "1"})


def source_of(page: HttpResponse) -> str:
    """The address of the PDF in the page's only frame."""
    frames = re.findall(r'<iframe src="([^"]+)"', page.content.decode())
    assert len(frames) == 1
    return unescape(frames[0])


def charges(rehearsal: Rehearsal) -> list[tuple[str, int, str]]:
    """The description, pages and fee of each document charged since the seed moment."""
    rows = UsageTransaction.objects.filter(
        rehearsal=rehearsal, description__startswith="Image1", at__gte=SEED_MOMENT
    )
    return [(row.description, row.pages, str(row.fee)) for row in rows]


def restrict(document: EntryDocument, restriction: Restriction) -> None:
    EntryDocument.objects.filter(pk=document.pk).update(restriction=restriction)


def as_filer_who_pays(visitor: Visitor, who: Member) -> Visitor:
    """Before the move: the CM/ECF login, then the PACER login beside it."""
    as_filer(visitor.at(SEED_MOMENT), who)
    log_in(visitor, who.username, who.password, redaction=False, at=QUERY)
    return visitor
