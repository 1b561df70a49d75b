"""Pages of a long list, found by the last row of the page before: equally fast for every page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from django.db.models import DateTimeField, Model, Q, QuerySet

ROWS = 100  # of a page
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class RowPage(Generic[Row]):
    """`next_after` names the last row, for the next page; empty if this page is the last."""

    rows: list[Row]
    next_after: str = ""


def page_after(rows: QuerySet[Row], column: str, after: str) -> RowPage[Row]:
    """The rows after the one that `after` names, in the order of `column` and the primary key.

    `column`: a date or a datetime that is never empty in `rows`. Any other `after` gives the first page.
    """
    is_moment = isinstance(rows.model._meta.get_field(column), DateTimeField)
    if place := _place(after, is_moment=is_moment):
        at, key = place
        is_later = Q(**{f"{column}__gt": at}) | Q(**{column: at, "pk__gt": key})
        rows = rows.filter(
            is_later, **{f"{column}__gte": at}
        )  # the index needs the simple condition
    found = list(rows.order_by(column, "pk")[: ROWS + 1])
    if len(found) <= ROWS:
        return RowPage(found)
    last = found[ROWS - 1]
    value: Any = getattr(last, column)
    return RowPage(found[:ROWS], f"{value.isoformat()}~{last.pk}")


def _place(after: str, *, is_moment: bool) -> tuple[date, int] | None:
    text, _, key = after.partition("~")
    if not (key.isascii() and key.isdigit() and len(key) <= 18):
        return None
    try:
        at = datetime.fromisoformat(text) if is_moment else date.fromisoformat(text)
    except ValueError:
        return None
    has_zone = isinstance(at, datetime) and at.tzinfo is not None
    return (at, int(key)) if has_zone == is_moment else None
