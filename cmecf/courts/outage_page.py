"""The one page a court's CM/ECF shows in the outage."""

import math
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cmecf.models import Court
from cmecf.site.content import formal_name, move_dates
from rehearsals.help.refusals import PSC_CARD


def outage_page(request: HttpRequest, court: Court, at: datetime) -> HttpResponse:
    """503 until the court goes live; `at` is court time, Retry-After counts its seconds."""
    context = {
        "court": court,
        "dates": move_dates(court),
        "formal_name": formal_name(court),
        "was_sending": request.method == "POST",
        "psc": PSC_CARD,
    }
    response = render(request, "cmecf/outage.html", context, status=503)
    response.headers["Retry-After"] = str(math.ceil((court.go_live_at - at).total_seconds()))
    response.headers["Cache-Control"] = "no-store"
    return response
