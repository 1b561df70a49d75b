"""The id of a request: in the answer, on each line of the log, and on the pages for our own errors."""

import re
import secrets
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

Handler = Callable[[HttpRequest], HttpResponse]

HEADER = "X-Request-ID"
_WELL_FORMED = re.compile(r"[\w-]{8,64}", re.ASCII)


class RequestIdMiddleware:
    """Give each request an id. Only a proxy of our own may choose it, in the header X-Request-ID."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id = _from_proxy(request) or secrets.token_hex(8)
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            response = self.get_response(request)
        response.headers[HEADER] = request_id
        return response


def current_request_id() -> str:
    """The id of the request that this thread answers; empty outside of requests."""
    request_id: str = structlog.contextvars.get_contextvars().get("request_id", "")
    return request_id


def _from_proxy(request: HttpRequest) -> str:
    given = request.headers.get(HEADER, "") if settings.TRUSTED_PROXIES else ""
    return given if _WELL_FORMED.fullmatch(given) else ""
