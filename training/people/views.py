from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount
from rehearsals.activity.labels import activity_label
from rehearsals.clock.clock import wall_now
from rehearsals.models import Rehearsal
from rehearsals.staff.decorators import staff_page
from rehearsals.staff.site import staff_site
from rehearsals.staff.working_in import working_in
from training.people.actions import cmecf_buttons, pacer_buttons
from training.people.queries import (
    MOST_FOUND,
    PersonFile,
    find_people,
    person_file,
    person_of,
    readiness,
)

NOT_READY = "not-ready"  # the value of ?show= that lists who still has something to do


@staff_page
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Find a person by name, login, username, account number or e-mail; or see who is not ready."""
    rehearsal = working_in(request)
    if rehearsal is None:  # a trainer who sees all rehearsals
        return staff_site().page(request, "admin/training/people.html", "Find a person", {})
    wall_at = wall_now()
    text = request.GET.get("q", "").strip()[:200]
    everyone = readiness(rehearsal, at=rehearsal.clock.read(wall_at), wall_at=wall_at)
    only_not_ready = request.GET.get("show") == NOT_READY
    context = {
        "q": text,
        "found": find_people(rehearsal, text) if text else [],
        "most": MOST_FOUND,
        "only_not_ready": only_not_ready,
        "everyone": [one for one in everyone if not (only_not_ready and one.is_ready)],
    }
    return staff_site().page(request, "admin/training/people.html", "Find a person", context)


@staff_page
@require_safe
def person(request: HttpRequest, key: str) -> HttpResponse:
    """Everything about one person in the rehearsal, and what staff can do about it."""
    rehearsal = working_in(request)
    found = person_of(rehearsal, key) if rehearsal else None
    if rehearsal is None or found is None:
        raise Http404
    wall_at = wall_now()
    at = rehearsal.clock.read(wall_at)
    file = person_file(rehearsal, found, at=at, wall_at=wall_at)
    return staff_site().page(
        request, "admin/training/person.html", found.name, _context(request, rehearsal, file)
    )


def _context(request: HttpRequest, rehearsal: Rehearsal, file: PersonFile) -> dict[str, Any]:
    return {
        "file": file,
        "zone": rehearsal.time_zone,
        "names": sorted(file.person.names),
        "cmecf": [_cmecf(request, one) for one in [*file.person.cmecf_accounts, *file.colleagues]],
        "pacer": [_pacer(request, one) for one in file.person.pacer_accounts],
        "activities": [(line, activity_label(line.what)) for line in file.activities],
        "log_url": reverse("admin:rehearsals_activity_changelist"),
    }


def _cmecf(request: HttpRequest, account: CmecfAccount) -> dict[str, Any]:
    url = reverse("admin:cmecf_cmecfaccount_change", args=[account.pk])
    return {"account": account, "url": url, "buttons": cmecf_buttons(request, account)}


def _pacer(request: HttpRequest, account: PacerAccount) -> dict[str, Any]:
    url = reverse("admin:pacer_accounts_paceraccount_change", args=[account.pk])
    return {"account": account, "url": url, "buttons": pacer_buttons(request, account)}
