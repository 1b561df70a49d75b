"""Public pages are rendered once per court second, no matter how many people look at them."""

import hashlib
import logging
import time
from collections.abc import Callable
from datetime import datetime

from django.core.cache import cache
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers

from cmecf.courts.http import CourtRequest

SECONDS = 10  # the longest that a copy may live; a court clock may stand still
PAUSE = 30.0  # seconds without the cache after it failed, so that no page waits for it again

log = logging.getLogger(__name__)


class BytesOnly:
    """What Redis keeps is the page itself, in place of Django's serializer (CACHES in the settings)."""

    def dumps(self, content: bytes) -> bytes:
        return content

    def loads(self, content: bytes) -> bytes:
        return content


class _OptionalCache:
    """Django's cache, or nothing while its server is down: a page then costs a rendering."""

    def __init__(self) -> None:
        self._paused_until = 0.0

    def get(self, key: str) -> bytes | None:
        return self._try(lambda: cache.get(key))

    def set(self, key: str, content: bytes) -> None:
        self._try(lambda: cache.set(key, content, SECONDS))

    def _try(self, operation: Callable[[], bytes | None]) -> bytes | None:
        if time.monotonic() < self._paused_until:
            return None
        try:
            return operation()
        except Exception as error:  # each kind of cache server has errors of its own
            self._paused_until = time.monotonic() + PAUSE
            log.warning("no answer from the cache (%s); trying again in %d s",
                        type(error).__name__, PAUSE)  # fmt: skip
            return None


_copies = _OptionalCache()


def kept(request: CourtRequest, at: datetime, draw: Callable[[], HttpResponse]) -> HttpResponse:
    """The response of `draw`, or a copy of it rendered in the same court second `at`.

    Only requests without a cookie get a copy: any other page may show a name and settings.
    The key holds whatever can change the page, so no copy outlives a change.
    """
    key = None if request.COOKIES else _key(request, at)
    copy = _copies.get(key) if key else None
    response = draw() if copy is None else HttpResponse(copy)
    if key and copy is None and _is_for_everybody(request, response):
        _copies.set(key, response.content)
    patch_vary_headers(response, ("Cookie",))
    return response


def _is_for_everybody(request: CourtRequest, response: HttpResponse) -> bool:
    """Not a page with a form, which carries one visitor's token."""
    return response.status_code == 200 and "CSRF_COOKIE" not in request.META


def _key(request: CourtRequest, at: datetime) -> str:
    clock, court = request.rehearsal.clock, request.court
    shown = [getattr(court, field.attname) for field in court._meta.concrete_fields]
    facts = repr((request.path, at.isoformat(), clock.manner, clock.speed, shown))
    return "page." + hashlib.sha256(facts.encode()).hexdigest()
