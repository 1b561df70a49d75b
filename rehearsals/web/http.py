from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.views.decorators.http import require_http_methods

from rehearsals.packs import personas
from rehearsals.packs.pack import get_pack

page_or_form = require_http_methods(["GET", "HEAD", "POST"])


def actor_name(request: HttpRequest) -> str:
    persona = personas.current_persona(request)
    return persona.name if persona else "A visitor"


def paginate(request: HttpRequest, rows: QuerySet, size: int) -> Page:
    return Paginator(rows, size).get_page(request.GET.get("page"))


def court_zone(request: HttpRequest) -> str:
    return get_pack(request.rehearsal.pack).home.time_zone
