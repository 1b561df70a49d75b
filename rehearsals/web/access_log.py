"""The access log: one line for each request, without rehearsal codes, tokens or what was typed."""

import logging
import os
import time
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from rehearsals.web import mount

Handler = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger("access")
_NAMED = ("/healthz", "/readyz", "/metrics")  # answered before any URL is resolved


class AccessLogMiddleware:
    """Log method, URL pattern, status, milliseconds, bytes and worker, if ACCESS_LOG is set."""

    def __init__(self, get_response: Handler) -> None:
        if not settings.ACCESS_LOG:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began, path = time.monotonic(), request.path_info
        response = self.get_response(request)
        fields = {
            "method": request.method,
            "path": _pattern(request, path),
            "status": response.status_code,
            "ms": round((time.monotonic() - began) * 1000),
            "bytes": _size(response),
            "worker": os.getpid(),
        }
        log.info("request", extra=fields)
        return response


def _pattern(request: HttpRequest, path: str) -> str:
    """The URL pattern that answered `path`: "/r/*/ecf/<slug:court>/". Never a part of the path itself."""
    if path in _NAMED:
        return path
    if path.startswith(settings.STATIC_URL):
        return f"{settings.STATIC_URL}*"
    prefix = "/r/*/" if mount.split(path) else "/"
    match = request.resolver_match
    return f"{prefix}{match.route}" if match else f"{prefix}(no page)"


def _size(response: HttpResponseBase) -> int:
    if isinstance(response, HttpResponse):
        return len(response.content)
    return int(response.headers.get("Content-Length", 0))
