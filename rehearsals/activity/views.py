from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rehearsals.web.http import RehearsalRequest, paginate

LINES_A_PAGE = 50


@login_not_required
@require_safe
def activity_log(request: RehearsalRequest) -> HttpResponse:
    page = paginate(request, request.rehearsal.activities.all(), LINES_A_PAGE)
    return render(
        request, "rehearsals/activity.html", {"page": page, "zone": request.rehearsal.time_zone}
    )
