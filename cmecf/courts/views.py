import math

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from cmecf.courts.http import CourtRequest
from cmecf.courts.phases import CourtPhase
from cmecf.site.content import formal_name, move_dates
from cso.sign_on.notice_views import notices_for
from pacer_accounts.http import SignedOnRequest
from rehearsals.app_config import declarations
from rehearsals.clock.business_days import weekend_day
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD


@require_safe
def courts(request: SignedOnRequest) -> HttpResponse:
    """The courts to choose from after a sign-on that asked for no page.

    NextGen courts are links; for the others the page says that they still have their own login.
    """
    phases = [(court, court.phase(request.at)) for court in request.rehearsal.courts.order_by("pk")]
    context = {
        "open_courts": [court for court, phase in phases if phase is CourtPhase.NEXTGEN],
        "later_courts": [
            {"court": court, "is_closed": phase is CourtPhase.OUTAGE}
            for court, phase in phases
            if phase is not CourtPhase.NEXTGEN
        ],
        "limits": [f"{notice.heading}: {notice.todo}" for notice in notices_for(request)],
        "desks": [PSC_CARD, court_card(request)],
    }
    return render(request, "cmecf/courts.html", context)


def outage(request: CourtRequest) -> HttpResponse:
    """The only page of a court's CM/ECF during its outage: 503, with Retry-After until go-live."""
    court = request.court
    context = {
        "court": court,
        "dates": move_dates(court),
        "formal_name": formal_name(court),
        "was_sending": request.method == "POST",
        "unfinished": _unfinished(request),
        "psc": PSC_CARD,
        "desk": court_card(request),
        "weekend_day": weekend_day(request.at, court.time_zone),
    }
    response = render(request, "cmecf/outage.html", context, status=503)
    seconds = math.ceil((court.go_live_at - request.at).total_seconds())
    response.headers["Retry-After"] = str(seconds)
    response.headers["Cache-Control"] = "no-store"
    return response


def _unfinished(request: CourtRequest) -> list[str]:
    """What happened to the work that this browser had not submitted when the court closed."""
    notes = (
        import_string(path)(request) for paths in declarations("unfinished_work") for path in paths
    )
    return [note for note in notes if note]
