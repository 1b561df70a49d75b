"""The court's door: which court, which phase, and who is signed in there."""

import re
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

from cmecf.courts.access import recognise
from cmecf.courts.outage_page import outage_page
from cmecf.courts.phases import CourtPhase
from cmecf.courts.queries import find_court
from rehearsals.clock import clock

_ECF = re.compile(r"^/ecf/(?P<code>[-\w]{1,10})(?:/|$)", re.ASCII)


class CourtDoorMiddleware:
    """On every address below /ecf/<court>: in the outage one page with 503, and no other route."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.court = request.court_phase = request.cmecf_account = None
        request.legacy_pacer_account = None
        found = _ECF.match(request.path_info) if request.rehearsal else None
        if found is None:
            return self.get_response(request)
        court = find_court(request.rehearsal, found["code"])
        if court is None:
            return self.get_response(request)
        at = clock.now()
        request.court, request.court_phase = court, court.phase(at)
        if request.court_phase is CourtPhase.OUTAGE:
            return outage_page(request, court, at)
        recognise(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> None:
        """An address below /ecf/ of a court that does not exist leads nowhere."""
        if request.rehearsal and request.court is None and request.path_info.startswith("/ecf/"):
            raise Http404
