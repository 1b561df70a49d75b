from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from cmecf.models import Court
from dockets.cases.queries import parties_named, starts_with
from dockets.models import Case, CaseAccess, Party

ROWS = 100  # of a page of results
MOST_PAGES = 100


@dataclass(frozen=True)
class Hit:
    """A row of a result: a case, and the party if a name was searched for."""

    case: Case
    party: Party | None = None


@dataclass(frozen=True)
class Hits:
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

    @property
    def only(self) -> Case | None:
        """The case, if the whole result is one case."""
        cases = {hit.case.pk for hit in self.rows}
        return self.rows[0].case if len(cases) == 1 and self.number == 1 else None


def search(court: Court, criteria: dict[str, Any], page: int = 1) -> Hits:
    """The cases of `court` that QueryForm's cleaned data describe. Sealed cases are never among them.

    Two queries at most for any number of cases: no result is counted.
    """
    page = min(max(page, 1), MOST_PAGES)
    rows = slice((page - 1) * ROWS, page * ROWS + 1)
    if criteria.get("last_name"):
        parties = _parties(court, criteria)[rows]
        hits = [Hit(party.case, party) for party in parties]
    else:
        cases = Case.objects.filter(_conditions(criteria, ""), court=court)
        hits = [Hit(case) for case in cases.order_by("-filed_on", "-pk")[rows]]
    for hit in hits:
        hit.case.court = court
    return Hits(hits[:ROWS], page, has_next=len(hits) > ROWS and page < MOST_PAGES)


def _parties(court: Court, criteria: dict[str, Any]) -> QuerySet[Party]:
    parties = parties_named(
        court.rehearsal,
        criteria["last_name"].strip("* "),
        first=criteria.get("first_name", ""),
        middle=criteria.get("middle_name", ""),
    )
    if role := criteria.get("person_type"):
        parties = parties.filter(role__icontains=role)
    wanted = _conditions(criteria, "case__")
    return parties.filter(wanted, case__court=court).select_related("case")


def _conditions(criteria: dict[str, Any], prefix: str) -> Q:
    """What the case itself must meet. `prefix`: the path to the case, "case__" or ""."""
    wanted = Q(**{f"{prefix}access": CaseAccess.OPEN})
    limits = {
        "filed_on__gte": "Qry_filed_from",
        "filed_on__lte": "Qry_filed_to",
        "last_filed_on__gte": "lastentry_from",
        "last_filed_on__lte": "lastentry_to",
    }
    for condition, name in limits.items():
        if criteria.get(name):
            wanted &= Q(**{f"{prefix}{condition}": criteria[name]})
    for column, name in (("nature_of_suit", "nature_suit"), ("cause", "cause_action")):
        if criteria.get(name):
            wanted &= starts_with(f"{prefix}{column}", criteria[name])
    return wanted


def cases_of_keys(court: Court, keys: list[int]) -> list[Case]:
    """The cases of `court` with these primary keys, sealed or not, by number."""
    cases = list(Case.objects.filter(court=court, pk__in=keys).order_by("number"))
    for case in cases:
        case.court = court
    return cases
