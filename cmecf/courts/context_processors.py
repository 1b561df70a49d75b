"""The court being visited, its menu bar, and the clock bar at the foot of every page."""

from typing import Any

from django.http import HttpRequest

from cmecf.courts.clock_bar import clock_bar
from cmecf.courts.menus import menu_items
from rehearsals.clock import clock
from rehearsals.web.addresses import address
from rehearsals.web.http import home_court


def court(request: HttpRequest) -> dict[str, Any]:
    """`court`, `menu_items` and `clock_bar` inside a mount. One query, none at a court's CM/ECF."""
    rehearsal = getattr(request, "rehearsal", None)
    if rehearsal is None:
        return {"clock_bar": None}
    visited = getattr(request, "court", None)
    shown = visited or home_court(request)
    bar = clock_bar(shown, rehearsal.clock, clock.now()) if shown else None
    if bar:
        bar["change_url"] = address("rehearsals:clock")
    at_court = {"court": visited, "menu_items": menu_items(request)} if visited else {}
    return {"clock_bar": bar, "home_court": shown, **at_court}
