"""What the staff pages read of rehearsals."""

from collections.abc import Sequence

from django.db.models import Q

from rehearsals.models import Rehearsal
from rehearsals.web.mount import code_in

FOUND = 20  # how many rehearsals a search shows


def recent_rehearsals(keys: Sequence[int]) -> list[Rehearsal]:
    """The rehearsals with these primary keys, in the same order; those that have ended are left out."""
    rows = Rehearsal.objects.filter(is_ending=False).select_related("clock").in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def find_rehearsals(text: str) -> list[Rehearsal]:
    """Rehearsals whose title or code contains `text`, or whose address is `text`.

    For an empty text, the rehearsals that were used last.
    """
    rows = Rehearsal.objects.filter(is_ending=False).select_related("clock")
    if text:
        code = code_in(text)
        rows = rows.filter(Q(title__icontains=text) | Q(code__startswith=code))
    return list(rows.order_by("-last_used_at")[:FOUND])
