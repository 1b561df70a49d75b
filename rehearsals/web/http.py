from datetime import datetime
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest, QueryDict
from django.views.decorators.http import require_http_methods

from rehearsals.app_config import HomeCourt
from rehearsals.models import Rehearsal
from rehearsals.packs.personas import current_persona

Row = TypeVar("Row", bound=Model)

# For a page with a form: GET, HEAD and POST.
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


class SiteRequest(HttpRequest):
    """A request to any page. MountMiddleware sets `rehearsal`, `at`, `wall_at` and `urlconf` once.

    `rehearsal`: None outside of a rehearsal. `at`: the court time of this request (UTC); outside of a
    rehearsal, the server's time. `wall_at`: the server's time (UTC). `site_layout`: the template of the
    simulated site, for error pages.
    """

    rehearsal: Rehearsal | None
    at: datetime
    wall_at: datetime
    urlconf: str
    site_layout: str
    session: Any


class RehearsalRequest(SiteRequest):
    """A request inside a rehearsal."""

    rehearsal: Rehearsal


def home_court(request: HttpRequest) -> HomeCourt | None:
    """The home court of the request's rehearsal; None outside of a rehearsal or after its end."""
    rehearsal: Rehearsal | None = getattr(request, "rehearsal", None)
    if rehearsal is None:
        return None
    try:
        return rehearsal.home_court
    except ObjectDoesNotExist:
        return None


def posted_data(request: HttpRequest) -> QueryDict | None:
    """The data to bind a form to: the posted fields, or None when the page is only viewed."""
    return request.POST if request.method == "POST" else None


def actor_name(request: RehearsalRequest) -> str:
    """The name of the current persona in the activity log."""
    persona = current_persona(request)
    return persona.name if persona else "A visitor"


def paginate(request: HttpRequest, rows: QuerySet[Row], size: int) -> Page[Row]:
    """The page of `rows` that `?page=` asks for, `size` rows each."""
    return Paginator(rows, size).get_page(request.GET.get("page"))
