from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from cmecf.models import Court
from dockets.cases.numbers import parse_number
from dockets.cases.queries import parties_named
from dockets.models import Case, CaseAccess
from dockets.query.queries import Hit
from rehearsals.models import Rehearsal

ROWS = 54  # of a page of results, as the real Case Locator has
MOST_PAGES = 100


@dataclass(frozen=True)
class ResultPage:
    """A page of results. `number` is the page's, from 1."""

    rows: list[Hit]
    number: int
    has_next: bool

    @property
    def first(self) -> int:
        return (self.number - 1) * ROWS + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1


def locate(
    rehearsal: Rehearsal, courts: Mapping[int, Court], wanted: Mapping[str, Any], page: int = 1
) -> ResultPage:
    """The cases of all courts that LocatorForm's cleaned data describe, one page of them.

    `courts`: by primary key. Sealed cases are never among the results, and no result is counted.
    """
    page = min(max(page, 1), MOST_PAGES)
    rows = slice((page - 1) * ROWS, page * ROWS + 1)
    if wanted.get("last_name"):
        last, first = wanted["last_name"].strip("* "), wanted.get("first_name", "")
        parties = parties_named(rehearsal, last, first=first).select_related("case")
        found = parties.filter(_conditions(courts, wanted, "case__"))[rows]
        hits = [Hit(party.case, party) for party in found]
    else:
        cases = Case.objects.filter(_conditions(courts, wanted, ""))
        hits = [Hit(case) for case in cases.order_by("-filed_on", "-pk")[rows]]
    for hit in hits:
        hit.case.court = courts[hit.case.court_id]
    return ResultPage(hits[:ROWS], page, has_next=len(hits) > ROWS and page < MOST_PAGES)


def _conditions(courts: Mapping[int, Court], wanted: Mapping[str, Any], prefix: str) -> Q:
    """What the case must meet. `prefix`: the path to the case, "case__" or ""."""
    code = wanted.get("court")
    keys = [key for key, court in courts.items() if not code or court.code == code]
    values: dict[str, Any] = {"court__in": keys, "access": CaseAccess.OPEN}
    columns = {
        "case_title": "title__icontains",
        "case_type": "kind",
        "filed_from": "filed_on__gte",
        "filed_to": "filed_on__lte",
    }
    values |= {column: wanted[name] for name, column in columns.items() if wanted.get(name)}
    if parts := parse_number(wanted.get("case_number", "")):
        values |= {"year": parts.year, "serial": parts.serial}
        values |= {"office": parts.office} if parts.office else {}
        values |= {"kind": parts.kind} if parts.kind else {}
    return Q(**{f"{prefix}{column}": value for column, value in values.items()})
