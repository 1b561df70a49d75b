"""Opening a civil case."""

from datetime import date

from django.db.models import Max

from cmecf.models import Court
from dockets.filing.parties import DEFENDANT, PLAINTIFF
from dockets.filing.submission import NewParty, Opening, Submission
from dockets.models import Case, CaseKind

FIRST_SERIAL = 95001  # practice numbers of cases that filers open


def open_case(*, court: Court, opening: Opening, submission: Submission, day: date) -> Case:
    """Create the case with the next practice number of the year, a part of its first filing.

    Its parties come with the filing. Locks the court, so that two cases never get one number.
    """
    Court.objects.select_for_update().get(pk=court.pk)
    serial = _next_serial(court, day.year)
    case = Case.objects.create(
        rehearsal=court.rehearsal,
        court=court,
        number=f"{opening.office}:{day.year % 100:02}-cv-{serial:05}",
        kind=CaseKind.CIVIL,
        office=opening.office,
        year=day.year,
        serial=serial,
        title=title_of(submission.new_parties)[:200],
        filed_on=day,
        last_filed_on=day,
        nature_of_suit=opening.nature_of_suit,
        cause=opening.cause,
        jurisdiction=opening.jurisdiction,
        jury_demand=opening.jury_demand,
        demand=opening.demand,
    )
    case.court, case.rehearsal = court, court.rehearsal
    return case


def _next_serial(court: Court, year: int) -> int:
    ours = Case.objects.filter(court=court, year=year, serial__gte=FIRST_SERIAL)
    last: int | None = ours.aggregate(last=Max("serial"))["last"]
    return (last or FIRST_SERIAL - 1) + 1


def title_of(parties: tuple[NewParty, ...]) -> str:
    """ "Example v. Sample Company et al" """
    plaintiffs, defendants = (
        [party for party in parties if party.role == role] for role in (PLAINTIFF, DEFENDANT)
    )
    return f"{_side(plaintiffs)} v. {_side(defendants)}"


def _side(parties: list[NewParty]) -> str:
    if not parties:
        return "Unnamed"
    first = parties[0]
    return f"{first.last_name} et al" if len(parties) > 1 else first.last_name
