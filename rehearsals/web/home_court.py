"""The row of the court whose move is rehearsed, read once for a request.

The model stands floors above; its rows are reached from the rehearsal.
"""

from typing import Any

from django.http import HttpRequest

from rehearsals.models import Rehearsal
from rehearsals.packs.pack import get_pack
from rehearsals.web.lookups import Lookup

_find = Lookup(lambda rehearsal, code: Rehearsal(pk=rehearsal).courts.filter(code=code))


def home_court(request: HttpRequest) -> Any | None:
    """The home court of `request.rehearsal`; None outside of every mount, or when it was deleted."""
    if not hasattr(request, "home_court"):
        request.home_court = _read(getattr(request, "rehearsal", None))
    return request.home_court


def _read(rehearsal: Rehearsal | None) -> Any | None:
    if rehearsal is None:
        return None
    court = _find(rehearsal.pk, get_pack(rehearsal.pack).home_court)
    if court is not None:
        court.rehearsal = rehearsal
    return court
