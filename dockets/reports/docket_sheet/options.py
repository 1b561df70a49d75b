from dataclasses import dataclass
from datetime import date

FILED, ENTERED = "Filed", "Entered"
OLDEST, NEWEST, BY_NUMBER = ORDERS = (
    "oldest date first",
    "most recent date first",
    "document number",
)

HTML, PDF = "html", "pdf"


@dataclass(frozen=True)
class SheetOptions:
    """What a docket sheet shows. Dates are of the court's zone; all limits are included.

    `by_entry_date`: the dates limit when entries were made, not when they were filed. `first` and
    `last` are document numbers. `has_headers`: its documents are to be shown with the case number on
    each page. `has_boxes`: documents can be selected.
    """

    by_entry_date: bool = False
    start: date | None = None
    end: date | None = None
    first: int | None = None
    last: int | None = None
    has_parties: bool = True
    has_terminated: bool = True
    has_members: bool = False
    order: str = OLDEST
    has_headers: bool = True
    has_boxes: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Whether the report leaves out entries."""
        return any(limit is not None for limit in (self.start, self.end, self.first, self.last))
