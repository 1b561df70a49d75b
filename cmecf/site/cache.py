"""Public pages are drawn once a court second, however many people look at them."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

SECONDS = 10  # how long a drawn page may be kept at all; a court clock may stand still


def kept(request: HttpRequest, at: datetime, draw: Callable[[], HttpResponse]) -> HttpResponse:
    """The page `draw` gives, or the copy of it drawn in the same court second `at`.

    A copy is only for people without a cookie: anybody else may have a name and settings on it.
    Whatever can change the page is in the key, so that no copy outlives a change.
    """
    key = None if request.COOKIES else _key(request, at)
    copy = cache.get(key) if key else None
    response = draw() if copy is None else HttpResponse(copy)
    if key and copy is None and _is_for_everybody(request, response):
        cache.set(key, response.content, SECONDS)
    patch_vary_headers(response, ("Cookie",))
    return response


def _is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    """A page with a form carries one visitor's token."""
    return response.status_code == 200 and "CSRF_COOKIE" not in request.META


def _key(request: HttpRequest, at: datetime) -> str:
    dial, court = request.rehearsal.clock, request.court
    shown = [getattr(court, field.attname) for field in court._meta.concrete_fields]
    facts = repr((request.path, at.isoformat(), dial.manner, dial.speed, shown))
    return "site." + hashlib.sha256(facts.encode()).hexdigest()
