from cmecf.courts.http import CourtRequest
from dockets.cases.queries import shown_deadlines
from dockets.models import CaseAccess, Deadline
from dockets.reports.calendar.forms import HEARINGS, CalendarForm
from dockets.reports.listing import listing
from dockets.reports.paging import RowPage, page_after


def _deadlines(request: CourtRequest, form: CalendarForm, after: str) -> RowPage[Deadline]:
    """A page of what is due in open cases, by day."""
    data = form.cleaned_data
    deadlines = shown_deadlines().filter(
        rehearsal=request.rehearsal,
        case__court=request.court,
        case__access=CaseAccess.OPEN,
        due_on__range=(data["date_from"], data["date_to"]),
    )
    if data["which"]:
        deadlines = deadlines.filter(starts_at__isnull=data["which"] != HEARINGS)
    return page_after(deadlines.select_related("case"), "due_on", after)


calendar_events = listing(
    "Calendar Events", CalendarForm, "dockets/reports/calendar.html", _deadlines
)
