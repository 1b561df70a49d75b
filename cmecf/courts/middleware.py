import re
from collections.abc import Callable

from django.http import Http404, HttpResponse

from cmecf.courts.access import identify_filer
from cmecf.courts.http import CourtRequest
from cmecf.courts.phases import CourtPhase
from cmecf.courts.queries import find_court
from cmecf.courts.views import outage
from rehearsals.models import Rehearsal

_COURT_PATH = re.compile(r"^/(?P<system>ecf|www)/(?P<code>[-\w]{1,10})(?:/|$)", re.ASCII)


class CourtMiddleware:
    """Set the attributes of CourtRequest below /ecf/<court>/ and /www/<court>/.

    During the outage, every URL below /ecf/<court>/ answers with one page and 503.
    """

    def __init__(self, get_response: Callable[[CourtRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: CourtRequest) -> HttpResponse:
        rehearsal: Rehearsal | None = request.rehearsal
        path = _COURT_PATH.match(request.path_info) if rehearsal else None
        court = find_court(request.rehearsal, path["code"]) if path else None
        if path is None or court is None:
            return self.get_response(request)
        request.court, request.court_phase = court, court.phase(request.at)
        if path["system"] == "ecf":
            if request.court_phase is CourtPhase.OUTAGE:
                return outage(request)
            identify_filer(request)
        return self.get_response(request)

    def process_view(self, request: CourtRequest, *_: object) -> None:
        """404 for a court that does not exist."""
        if request.path_info.startswith(("/ecf/", "/www/")) and not hasattr(request, "court"):
            raise Http404
