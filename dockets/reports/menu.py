"""The Reports menu of a court's CM/ECF."""

from django.urls import reverse

from cmecf.courts.http import CourtRequest
from cmecf.courts.menus import Entry, MenuGroup
from cmecf.models import CourtKind

Row = tuple[str, str, str]
_DOCKET_SHEET = ("Docket Sheet", "dockets:docket_sheet", "Everything filed in one case.")
_ACTIVITY = ("Docket Activity", "dockets:docket_activity", "What was filed in a period.")
_CALENDAR = ("Calendar Events", "dockets:calendar_events", "Hearings and deadlines.")
_OPINIONS = ("Written Opinions", "dockets:written_opinions", "Free.")
_CASE_LISTS: dict[str, tuple[Row, ...]] = {
    CourtKind.DISTRICT: (
        ("Civil Cases", "dockets:civil_cases", "Filed or closed in a period."),
        ("Criminal Cases", "dockets:criminal_cases", "Filed or closed in a period."),
    )
}
_ALL_CASES = (("Cases", "dockets:cases", "Filed or closed in a period."),)


def groups(request: CourtRequest) -> tuple[MenuGroup, ...]:
    """The reports that this court has."""
    case_lists = _CASE_LISTS.get(request.court.kind, _ALL_CASES)
    return (
        MenuGroup("Docket Reports", _entries(request, (_DOCKET_SHEET, _ACTIVITY))),
        MenuGroup("Case Reports", _entries(request, case_lists)),
        MenuGroup("Other Reports", _entries(request, (_CALENDAR, _OPINIONS))),
    )


def _entries(request: CourtRequest, rows: tuple[Row, ...]) -> tuple[Entry, ...]:
    code = request.court.code
    return tuple(
        Entry(label, reverse(name, args=[code]), "Reports", note) for label, name, note in rows
    )
