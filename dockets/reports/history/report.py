"""History/Documents: each event of a case in short words, in parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.template.loader import render_to_string

from dockets.documents.links import DocumentLink
from dockets.models import Case
from dockets.reports.docket_sheet.options import SheetOptions
from dockets.reports.docket_sheet.queries import with_documents
from dockets.reports.docket_sheet.rows import RowWriter
from rehearsals.clock.court_time import court_day

_ROWS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Event:
    number: DocumentLink | None
    filed: str
    entered: str
    short_text: str
    text: str


def history_parts(
    case: Case,
    options: SheetOptions,
    *,
    only_documents: bool,
    has_text: bool,
    is_participant: bool,
) -> Iterator[str]:
    """The HTML of the report. The number of queries doesn't depend on the number of events."""
    yield render_to_string("dockets/reports/history_top.html", {"case": case})
    events = _events(case, options, only_documents, is_participant)
    count = 0
    while chunk := list(islice(events, _ROWS_AT_ONCE)):
        count += len(chunk)
        context = {"events": chunk, "has_text": has_text}
        yield render_to_string("dockets/reports/history_rows.html", context)
    yield render_to_string("dockets/reports/history_bottom.html", {"count": count})


def _events(
    case: Case, options: SheetOptions, only_documents: bool, is_participant: bool
) -> Iterator[Event]:
    writer = RowWriter(case, is_participant=is_participant)
    for entry, documents in with_documents(case, options):
        if documents or not only_documents:
            yield Event(
                number=writer.number(entry, documents),
                filed=f"{entry.filed_on:%m/%d/%Y}",
                entered=f"{court_day(entry.entered_at, case.court.time_zone):%m/%d/%Y}",
                short_text=entry.short_text,
                text=entry.text,
            )
