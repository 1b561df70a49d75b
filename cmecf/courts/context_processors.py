from typing import Any, cast

from cmecf.courts.clock_bar import clock_bar
from cmecf.courts.files_as import FilesAs, files_as
from cmecf.courts.http import CourtRequest
from cmecf.courts.menus import menu_items
from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD
from rehearsals.web.addresses import address
from rehearsals.web.http import home_court


def court(request: CourtRequest) -> dict[str, Any]:
    """`home_court` and `clock_bar` inside a rehearsal; at a court, also `court` and `menu_items`.

    In its CM/ECF, also `desks` and `files_as`, for error pages too. One query, none in CM/ECF.
    """
    rehearsal = getattr(request, "rehearsal", None)
    if rehearsal is None:
        return {"clock_bar": None}
    visited = getattr(request, "court", None)
    shown: Court | None = visited or cast("Court | None", home_court(request))
    bar = clock_bar(shown, rehearsal.clock, request.at) if shown else None
    if bar:
        bar["change_url"] = address("rehearsals:clock")
    at_court = {"court": visited, "menu_items": menu_items(request)} if visited else {}
    return {"clock_bar": bar, "home_court": shown, **at_court, **_in_cmecf(request)}


def _in_cmecf(request: CourtRequest) -> dict[str, Any]:
    if not hasattr(request, "cmecf_account"):
        return {}
    return {"desks": [court_card(request), PSC_CARD], "files_as": _files_as(request)}


def _files_as(request: CourtRequest) -> FilesAs | None:
    """After go-live, for a filer."""
    filer, pacer_account = request.cmecf_account, request.pacer_account
    if request.court_phase is not CourtPhase.NEXTGEN or filer is None or pacer_account is None:
        return None
    return files_as(filer, pacer_account)
