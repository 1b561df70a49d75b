"""The choice before the docket sheet of a long docket: all of it, or only its newest entries."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dockets.reports.docket_sheet.options import SheetOptions

MANY_ENTRIES = 1_000
DOCUMENTS_AT_ONCE = 100
_FIRST = "first"


@dataclass(frozen=True)
class Choice:
    value: str
    label: str


CHOICES = (
    Choice("7", "Entries filed in the past week"),
    Choice("90", "Entries filed in the past 90 days"),
    Choice("365", "Entries filed in the past year"),
    Choice(_FIRST, f"Documents 1 to {DOCUMENTS_AT_ONCE}"),
    Choice("all", "The report as initially requested"),
)
VALUES = frozenset(choice.value for choice in CHOICES)


def narrowed(options: SheetOptions, choice: str, *, today: date) -> SheetOptions:
    """The report that was chosen. `choice`: a value of CHOICES; `today`: the court's day."""
    if choice == _FIRST:
        return replace(options, first=1, last=DOCUMENTS_AT_ONCE)
    if choice.isdigit():
        start = today - timedelta(days=int(choice))
        return replace(options, by_entry_date=False, start=start, end=None)
    return options
