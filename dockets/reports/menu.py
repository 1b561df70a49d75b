"""The Reports menu of a court's CM/ECF."""

from django.urls import reverse

from cmecf.courts.http import CourtRequest
from cmecf.courts.menus import Entry, MenuGroup

_REPORTS = "Reports"
_OPINIONS = (
    ("Written Opinions", "dockets:written_opinions", "Free: the report and the opinions in it."),
)
_DOCKET_REPORTS = (
    ("Docket Sheet", "dockets:docket_sheet", "Everything filed in one case. At most $3.00."),
)


def groups(request: CourtRequest) -> tuple[MenuGroup, ...]:
    """The reports that this court has."""
    return (
        MenuGroup("Docket Reports", _entries(request, _DOCKET_REPORTS)),
        MenuGroup("Opinions", _entries(request, _OPINIONS)),
    )


def _entries(request: CourtRequest, rows: tuple[tuple[str, str, str], ...]) -> tuple[Entry, ...]:
    code = request.court.code
    return tuple(
        Entry(label, reverse(name, args=[code]), _REPORTS, note) for label, name, note in rows
    )
