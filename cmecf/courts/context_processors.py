from typing import Any, cast

from cmecf.courts.clock_bar import clock_bar
from cmecf.courts.http import CourtRequest
from cmecf.courts.menus import menu_items
from cmecf.models import Court
from rehearsals.web.addresses import address
from rehearsals.web.http import home_court


def court(request: CourtRequest) -> dict[str, Any]:
    """`court`, `menu_items` and `clock_bar` inside a rehearsal. One query, none in a court's CM/ECF."""
    rehearsal = getattr(request, "rehearsal", None)
    if rehearsal is None:
        return {"clock_bar": None}
    visited = getattr(request, "court", None)
    shown: Court | None = visited or cast("Court | None", home_court(request))
    bar = clock_bar(shown, rehearsal.clock, request.at) if shown else None
    if bar:
        bar["change_url"] = address("rehearsals:clock")
    at_court = {"court": visited, "menu_items": menu_items(request)} if visited else {}
    return {"clock_bar": bar, "home_court": shown, **at_court}
