"""Where a sign-on without a page to go back to leads: the courts it opens today."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from cso.sign_on.notice_views import notices_for
from rehearsals.clock import clock


@require_safe
def courts(request: HttpRequest) -> HttpResponse:
    """The NextGen courts at court time; the others still have their own login, and are said to."""
    at = clock.now()
    phases = [(court, court.phase(at)) for court in _all_courts(request)]
    context = {
        "open_courts": [court for court, phase in phases if phase is CourtPhase.NEXTGEN],
        "later_courts": [
            {"court": court, "is_closed": phase is CourtPhase.OUTAGE}
            for court, phase in phases
            if phase is not CourtPhase.NEXTGEN
        ],
        "limits": [f"{told.heading}: {told.todo}" for told in notices_for(request)],
    }
    return render(request, "cso/courts.html", context)


def _all_courts(request: HttpRequest) -> list[Court]:
    return list(request.rehearsal.courts.order_by("pk"))
