"""Finding the court that a request is about."""

from cmecf.models import Court
from rehearsals.models import Rehearsal
from rehearsals.web.lookups import Lookup

_find = Lookup(lambda rehearsal, code: Court.objects.filter(rehearsal=rehearsal, code=code))


def find_court(rehearsal: Rehearsal, code: str) -> Court | None:
    """The court `code` ("nmd") of this rehearsal, or None."""
    court = _find(rehearsal.pk, code)
    if court is not None:
        court.rehearsal = rehearsal
    return court
