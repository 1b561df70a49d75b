from collections import defaultdict
from collections.abc import Sequence

from rehearsals.app_config import declared_function
from rehearsals.models import Rehearsal


def read_home_courts(rehearsals: Sequence[Rehearsal]) -> None:
    """Read the home courts of `rehearsals` in one query, for their time zones."""
    courts = declared_function("home_courts")(rehearsals)
    for rehearsal in rehearsals:
        if court := courts.get(rehearsal.pk):
            rehearsal.home_court = court


def moving_along(rehearsals: Sequence[Rehearsal]) -> dict[int, list[Rehearsal]]:
    """By a clock's id: rehearsals that aren't in `rehearsals` but share a clock with one of them."""
    chosen = {rehearsal.pk for rehearsal in rehearsals}
    clocks = {rehearsal.clock_id for rehearsal in rehearsals}
    sharing: dict[int, list[Rehearsal]] = defaultdict(list)
    for other in Rehearsal.objects.filter(clock__in=clocks, is_ending=False).order_by("title"):
        if other.pk not in chosen:
            sharing[other.clock_id].append(other)
    return sharing
