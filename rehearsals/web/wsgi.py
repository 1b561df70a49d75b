"""Checks of a WSGI request before Django reads it."""

from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.types import StartResponse

from django.utils.http import parse_header_parameters

Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

UNREADABLE = "rehearsals.unreadable"  # in the environ of a request that gets a 400 response


def is_readable(content_type: str) -> bool:
    """Whether a Content-Type has no charset, or UTF-8, which is the only one that our pages send."""
    try:
        charset = parse_header_parameters(content_type)[1].get("charset", "utf-8")
    except (ValueError, LookupError):
        return False
    return charset.lower() == "utf-8"  # the only spelling that Django accepts


def only_utf8(application: Application) -> Application:
    """Mark a request whose charset could make Django fail to build the request, and drop the charset.

    RequestSanityMiddleware answers such a request with a 400 page. Without this it would be a plain 500.
    """

    def checked(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        if not is_readable(environ.get("CONTENT_TYPE", "")):
            environ["CONTENT_TYPE"] = ""
            environ[UNREADABLE] = True
        return application(environ, start_response)

    return checked
