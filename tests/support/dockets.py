"""Cases in tests: what stands on a case's pages, and more cases than the pack has."""

from datetime import date

from cmecf.models import Court
from dockets.cases.names import name_key
from dockets.models import Case, Party
from rehearsals.models import Rehearsal


def court_of(rehearsal: Rehearsal, code: str = "nmd") -> Court:
    return Court.objects.select_related("rehearsal").get(rehearsal=rehearsal, code=code)


def case_of(rehearsal: Rehearsal, number: str = "1:20-cv-90001") -> Case:
    """A case of the pack, by its number without initials."""
    return Case.objects.select_related("court").get(rehearsal=rehearsal, number=number)


def make_case(court: Court, number: str, title: str, **columns: object) -> Case:
    """One more case, filed on March 2, 2020, unless `columns` say otherwise."""
    office, _, rest = number.rpartition(":")
    parts = rest.split("-")
    day = date(2020, 3, 2)
    values = {
        "office": office,
        "kind": parts[1] if len(parts) == 3 else "bk",
        "year": 2000 + int(parts[0]),
        "serial": int(parts[-1]),
        "filed_on": day,
        "last_filed_on": day,
    }
    return Case.objects.create(
        rehearsal=court.rehearsal, court=court, number=number, title=title, **values | columns
    )


def make_party(case: Case, last: str, first: str = "", **columns: object) -> Party:
    position = case.parties.count() + 1
    values = {"position": position, "role": "Plaintiff", "added_on": case.filed_on} | columns
    key = name_key(last, first)
    return Party.objects.create(
        rehearsal=case.rehearsal,
        case=case,
        last_name=last,
        first_name=first,
        name_key=key,
        **values,
    )
