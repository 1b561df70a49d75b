"""Case numbers of all kinds of courts.

District: 1:20-cv-90001-TRN-SIM. Bankruptcy: 20-19001-q7. Appellate: 20-2901. People also type 20-90001,
20cv90001 or 1:2020cv90001.
"""

import re
from dataclasses import dataclass

PIVOT = 70  # years 70 to 99 are of the last century
# The offices of the District of New Mexico, which are the first digit of its case numbers.
OFFICES = (("1", "Albuquerque"), ("2", "Las Cruces"), ("6", "Santa Fe"))

_NUMBER = re.compile(
    r"(?:(?P<office>[0-9]{1,2}):)?"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
    r"(?:-(?=[a-z0-9])|(?=[a-z]))"
    r"(?:(?P<kind>cv|cr|bk|ap|mc|mj|md)-?)?"
    r"(?P<serial>[0-9]{1,6})"
    r"(?:-(?P<rest>[a-z0-9-]{1,20}))?",
    re.ASCII,
)


@dataclass(frozen=True)
class CaseNumber:
    """The parts of a case number. `kind` and `office` are empty if they weren't given."""

    year: int
    serial: int
    kind: str = ""
    office: str = ""
    rest: str = ""  # initials or a suffix, in lowercase


def parse_number(text: str) -> CaseNumber | None:
    """The parts of a case number as people type it, or None if it is none."""
    found = _NUMBER.fullmatch(text.strip().casefold())
    if found is None:
        return None
    year = int(found["year"])
    if len(found["year"]) == 2:
        year += 1900 if year >= PIVOT else 2000
    return CaseNumber(
        year=year,
        serial=int(found["serial"]),
        kind=found["kind"] or "",
        office=found["office"] or "",
        rest=found["rest"] or "",
    )
