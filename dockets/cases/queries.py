from collections.abc import Iterable

from django.db import connection
from django.db.models import Q, QuerySet

from cmecf.models import CmecfAccount, Court
from dockets.cases.names import name_key
from dockets.cases.numbers import parse_number
from dockets.models import (
    Appearance,
    Case,
    CaseAccess,
    Deadline,
    EntryDocument,
    Party,
    Restriction,
)
from rehearsals.models import Rehearsal
from rehearsals.web.rows import find_row

MOST_CASES_OF_A_NUMBER = 50


def find_case(court: Court, key: int) -> Case | None:
    """The case with this primary key in `court`, sealed or not."""
    case = find_row(Case, "r.court_id = %s AND r.id = %s", [court.pk, key])
    if case:
        case.court, case.rehearsal = court, court.rehearsal
    return case


def cases_of_number(court: Court, text: str) -> list[Case]:
    """The cases of `court` that a number as people type it can mean, sealed or not, by number.

    Without the office or the type, all cases with the number match. Without a case number in `text`: none.
    """
    parts = parse_number(text)
    if parts is None:
        return []
    cases = Case.objects.filter(court=court, year=parts.year, serial=parts.serial)
    if parts.office:
        cases = cases.filter(office=parts.office)
    if parts.kind:
        cases = cases.filter(kind=parts.kind)
    # Sorted here: for ORDER BY with LIMIT, SQLite would read the whole court in the order of numbers.
    return sorted(cases[:MOST_CASES_OF_A_NUMBER], key=lambda case: case.number)


def starts_with(field: str, text: str) -> Q:
    """A condition that the column begins with `text`, as the indexes of both databases can use it.

    PostgreSQL: LIKE, for varchar_pattern_ops and the collation "C". SQLite has no index for LIKE, but one
    for a range.
    """
    if connection.vendor == "postgresql":
        return Q(**{f"{field}__startswith": text})
    return Q(**{f"{field}__gte": text, f"{field}__lt": text + "\U0010ffff"})


def parties_named(
    rehearsal: Rehearsal, last: str, *, first: str = "", middle: str = ""
) -> QuerySet[Party]:
    """The parties whose last, first and middle names begin with these, by name.

    `last`: the last name or the name of an organization; it must not be empty.
    """
    parties = Party.objects.filter(starts_with("name_key", name_key(last)), rehearsal=rehearsal)
    if first:
        parties = parties.filter(first_name__istartswith=first)
    if middle:
        parties = parties.filter(middle_name__istartswith=middle)
    return parties.order_by("name_key", "pk")


def shown_deadlines() -> QuerySet[Deadline]:
    """The deadlines without those of sealed entries, whose labels name what was filed."""
    is_open = Q(entry=None) | ~Q(entry__restriction=Restriction.SEALED)
    return Deadline.objects.filter(is_open)


def shown_documents() -> QuerySet[EntryDocument]:
    """The documents without sealed ones, which pages name to nobody. Their entries may be sealed."""
    return EntryDocument.objects.exclude(restriction=Restriction.SEALED)


def sealed_among(case: Case, numbers: Iterable[str]) -> set[str]:
    """Those of the case numbers that are of a sealed case in any court of the rehearsal."""
    sealed = Case.objects.filter(
        court__rehearsal=case.rehearsal_id, number__in=[*numbers], access=CaseAccess.SEALED
    )
    return set(sealed.values_list("number", flat=True))


def is_participant(case: Case, account: CmecfAccount | None) -> bool:
    """Whether `account` appears for a party of the case, or is a party, that isn't terminated."""
    if account is None:
        return False
    parties = Party.objects.filter(case=case, terminated_on=None)
    appearances = Appearance.objects.filter(
        party__in=parties, cmecf_account=account, terminated_on=None
    )
    return appearances.exists() or parties.filter(cmecf_account=account).exists()
