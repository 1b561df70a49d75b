"""Written Opinions: what the court marked as an opinion, free of charge."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse

from cmecf.models import Court
from dockets.documents.links import DocumentAddresses, DocumentLink
from dockets.models import Case, CaseAccess, EntryDocument, Restriction

_ROWS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Opinion:
    case: Case
    filed: str
    number: DocumentLink
    text: str


def opinions(
    court: Court, start: date, end: date, *, by_case: bool = False, case: Case | None = None
) -> QuerySet[EntryDocument]:
    """The opinions filed in a period, both days included, that the public may read."""
    found = EntryDocument.objects.filter(
        entry__rehearsal=court.rehearsal_id,
        entry__is_opinion=True,
        entry__filed_on__range=(start, end),
        entry__restriction=Restriction.PUBLIC,
        entry__case__court=court,
        entry__case__access=CaseAccess.OPEN,
        restriction=Restriction.PUBLIC,
        attachment=0,
    )
    if case:
        found = found.filter(entry__case=case)
    order = ["entry__case__number"] if by_case else []
    return found.select_related("entry__case").order_by(
        *order, "entry__filed_on", "entry__case", "entry__sequence"
    )


def opinions_parts(
    court: Court,
    found: QuerySet[EntryDocument],
    criteria: str,
    *,
    by_case: bool,
    has_full_text: bool,
) -> Iterator[str]:
    """The HTML of the report. `criteria`: "from 01/01/2020 to 04/17/2020"."""
    yield render_to_string("dockets/reports/opinions_top.html", {"by_case": by_case})
    rows = _rows(court, found.iterator(_ROWS_AT_ONCE), has_full_text)
    sheet_url, count = reverse("dockets:docket_sheet", args=[court.code]), 0
    while chunk := list(islice(rows, _ROWS_AT_ONCE)):
        count += len(chunk)
        context = {"rows": chunk, "by_case": by_case, "sheet_url": sheet_url}
        yield render_to_string("dockets/reports/opinions_rows.html", context)
    form_url = reverse("dockets:written_opinions", args=[court.code])
    context = {"count": count, "criteria": criteria, "form_url": form_url}
    yield render_to_string("dockets/reports/opinions_bottom.html", context)


def _rows(court: Court, found: Iterator[EntryDocument], has_full_text: bool) -> Iterator[Opinion]:
    addresses = DocumentAddresses(court.code, court.document_prefix)
    for document in found:
        entry = document.entry
        url = addresses.of(document.pk)
        yield Opinion(
            case=entry.case,
            filed=f"{entry.filed_on:%m/%d/%Y}",
            number=DocumentLink(str(entry.number), url, entry.case_id, entry.sequence),
            text=entry.text if has_full_text else entry.short_text,
        )
