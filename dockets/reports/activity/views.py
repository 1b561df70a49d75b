from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Prefetch, QuerySet

from cmecf.courts.http import CourtRequest
from dockets.cases.queries import shown_documents
from dockets.filing.catalog import CATALOG
from dockets.models import CaseAccess, DocketEntry, Restriction
from dockets.reports.activity.forms import ActivityForm
from dockets.reports.docket_sheet.options import ENTERED
from dockets.reports.docket_sheet.rows import RowWriter
from dockets.reports.listing import listing
from dockets.reports.paging import RowPage, page_after


def _entries(request: CourtRequest, form: ActivityForm, after: str) -> RowPage[DocketEntry]:
    """A page of entries with their rows as on a docket, without sealed entries and cases."""
    column = "entered_at" if form.cleaned_data["date_range_type"] == ENTERED else "filed_on"
    entries = _wanted(request, form, column).select_related("case")
    entries = entries.prefetch_related(Prefetch("documents", shown_documents()))
    page = page_after(entries, column, after)
    for entry in page.rows:
        entry.case.court = request.court
        writer = RowWriter(entry.case, is_participant=False)
        documents = sorted(entry.documents.all(), key=lambda document: document.attachment)
        entry.row = writer.row(entry, documents)  # type: ignore[attr-defined]
    return page


def _wanted(request: CourtRequest, form: ActivityForm, column: str) -> QuerySet[DocketEntry]:
    data = form.cleaned_data
    first, last = data["date_from"], data["date_to"]
    limits: dict[str, object] = {f"{column}__gte": first, f"{column}__lte": last}
    if column == "entered_at":
        zone = ZoneInfo(request.court.time_zone)
        limits = {
            "entered_at__gte": datetime.combine(first, time.min, zone),
            "entered_at__lt": datetime.combine(last + timedelta(days=1), time.min, zone),
        }
    entries = DocketEntry.objects.filter(
        rehearsal=request.rehearsal,
        case__court=request.court,
        case__access=CaseAccess.OPEN,
        **limits,
    ).exclude(restriction=Restriction.SEALED)
    if data["case_type"]:
        entries = entries.filter(case__kind=data["case_type"])
    if nature := data["event"]:
        events = [event.key for event in CATALOG if event.nature == nature]
        entries = entries.filter(event__in=events)
    return entries


docket_activity = listing(
    "Docket Activity", ActivityForm, "dockets/reports/activity.html", _entries
)
