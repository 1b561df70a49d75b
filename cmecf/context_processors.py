"""The court being visited, and the clock bar at the foot of every page."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cmecf.clock_bar import clock_bar
from rehearsals import clock
from rehearsals.packs import get_pack


def court(request: HttpRequest) -> dict[str, Any]:
    """`court` and `clock_bar` inside a mount; nothing outside. One query, none at a court."""
    rehearsal = getattr(request, "rehearsal", None)
    if rehearsal is None:
        return {"clock_bar": None}
    visited = getattr(request, "court", None)
    home_code = get_pack(rehearsal.pack).home_court
    shown = visited or rehearsal.courts.filter(code=home_code).first()
    bar = clock_bar(shown, rehearsal.clock, clock.now()) if shown else None
    if bar:
        bar["change_url"] = reverse("rehearsals:clock")
    return {"clock_bar": bar, "home_court": shown}
