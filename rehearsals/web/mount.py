"""Mounts a rehearsal at /r/<code>/, as a WSGI server mounts an application.

The prefix moves from the path to the script prefix, so that reverse() and {% url %} stay inside.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import (
    Resolver404,
    get_script_prefix,
    get_urlconf,
    resolve,
    set_script_prefix,
    set_urlconf,
)

from rehearsals.models import Rehearsal
from rehearsals.web.http import SiteRequest
from rehearsals.web.rows import find_row

_MOUNT = re.compile(r"^/r/(?P<code>[-\w]{1,64})(?P<rest>/.*)?$", re.ASCII)
_IN_ADDRESS = re.compile(r"/r/(?P<code>[-\w]{1,64})", re.ASCII)


def split(path: str) -> tuple[str, str] | None:
    """("demo", "/cso/") for "/r/demo/cso/"; None for a path outside of a rehearsal."""
    match = _MOUNT.match(path)
    return (match["code"], match["rest"] or "") if match else None


def code_in(text: str) -> str:
    """The code in the address of a rehearsal's page, such as ".../r/demo/mail/"; else `text` itself."""
    match = _IN_ADDRESS.search(text)
    return match["code"] if match else text


def find(code: str) -> Rehearsal | None:
    """The rehearsal with its clock, or None. Called at every request."""
    return find_row(Rehearsal, "r.code = %s AND NOT r.is_ending", [code], join="clock")


@contextmanager
def inside_rehearsal(rehearsal: Rehearsal, *, outer: str = "/") -> Iterator[Rehearsal]:
    """Within the block, URLs are those of `rehearsal`.

    `outer`: the script prefix of the site, "/" unless a server mounts it elsewhere.
    """
    before = get_script_prefix(), get_urlconf()
    set_script_prefix(outer.rstrip("/") + rehearsal.mount + "/")
    # Django sets this only before the view, but middleware that responds needs it earlier.
    set_urlconf(settings.REHEARSAL_URLCONF)
    try:
        yield rehearsal
    finally:
        set_script_prefix(before[0])
        set_urlconf(before[1])


def enter(request: SiteRequest, rehearsal: Rehearsal, rest: str) -> None:
    """Point `request` at `rest` inside the rehearsal's mount."""
    request.rehearsal = rehearsal
    request.META["SCRIPT_NAME"] = request.META.get("SCRIPT_NAME", "").rstrip("/") + rehearsal.mount
    request.META["PATH_INFO"] = request.path_info = rest
    request.urlconf = settings.REHEARSAL_URLCONF


def home_path(request: HttpRequest) -> str:
    """The rehearsal's home; outside of a rehearsal, the lobby."""
    return request.META.get("SCRIPT_NAME", "") + "/"


def came_from(request: HttpRequest) -> str | None:
    """The referring page, if it is another page of this rehearsal; otherwise None."""
    path = path_inside(request, request.META.get("HTTP_REFERER"))
    return None if path is None or path.partition("?")[0] == request.path else path


def path_inside(request: HttpRequest, url: str | None) -> str | None:
    """`url` as a path inside this rehearsal, or None. `appurl` and `next` may only redirect to such paths.

    Accepts what real clients send: absolute or path only, raw or percent-encoded once or twice.
    """
    if getattr(request, "rehearsal", None) is None:
        return None
    for candidate in _spellings(url or ""):
        try:
            parts = urlsplit(candidate)
        except ValueError:  # such as "http://["
            return None
        prefix = request.META.get("SCRIPT_NAME", "") + "/"
        is_here = not parts.netloc or parts.netloc == request.get_host()
        if is_here and parts.scheme in ("", "http", "https") and parts.path.startswith(prefix):
            try:
                resolve("/" + parts.path[len(prefix) :], settings.REHEARSAL_URLCONF)
            except Resolver404:
                return None
            return parts.path + (f"?{parts.query}" if parts.query else "")
    return None


def _spellings(url: str) -> Iterator[str]:
    for _ in range(3):
        if any(ord(char) < 33 or char == "\\" for char in url) or len(url) > 2000:
            return
        yield url
        url = unquote(url)
