import logging
import re
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import DisallowedHost, ObjectDoesNotExist, PermissionDenied
from django.db import DatabaseError, DataError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import get_script_prefix

from rehearsals.app_config import declarations
from rehearsals.clock import clock, due_events
from rehearsals.help.refusals import Refused, RehearsalRefusal
from rehearsals.models import Rehearsal
from rehearsals.security.hashers import HashSlotBusy
from rehearsals.security.limits import TooManyAttempts
from rehearsals.web import mount, storage
from rehearsals.web.error_pages import busy, refused, skin_of, too_many
from rehearsals.web.http import SiteRequest
from rehearsals.web.wsgi import UNREADABLE, is_readable

Handler = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger(__name__)
USE_NOTED_EVERY = timedelta(minutes=5)
LONGEST_RESET = timedelta(seconds=2)  # from its log entry until its transaction is committed
DEADLOCK = "40P01"  # PostgreSQL's error code; one side of the deadlock is a reset
# Errors in a request that read some rows before a reset and others after it.
ROWS_WENT = (DatabaseError, ObjectDoesNotExist, LookupError)
# Errors about a value, such as an id, that no column can hold.
DOES_NOT_FIT = (OverflowError, DataError, UnicodeEncodeError)
ID = re.compile(r"[0-9]{1,18}")
PREFETCH_HEADERS = ("Sec-Purpose", "Purpose", "X-Moz")
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}
NO_DEVICES = ", ".join(
    f"{what}=()" for what in ("camera", "geolocation", "microphone", "payment", "usb")
)


class SecurityHeadersMiddleware:
    """Add the headers that every answer has, beside those of Django's SecurityMiddleware.

    No cache that several people share may keep a page. Static files say for themselves how long they last.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self.policy = "; ".join(
            f"{name} {' '.join(values)}" for name, values in settings.SECURE_CSP.items()
        )

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        for name, value in (
            ("Content-Security-Policy", self.policy),
            ("X-Frame-Options", "DENY"),
            ("Permissions-Policy", NO_DEVICES),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cache-Control", "private"),
        ):
            response.headers.setdefault(name, value)
        return response


class HostMiddleware:
    """Refuse a Host header that isn't in ALLOWED_HOSTS, with one line in the log."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            log.warning("refused the host %s", ascii(request.META.get("HTTP_HOST", ""))[:100])
            return HttpResponse(render_to_string("400_host.html"), status=400)
        return self.get_response(request)


class DatabaseFileMiddleware:
    """Notice that the database's file was deleted or replaced while the server runs."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        storage.follow_file()
        return self.get_response(request)


class RequestSanityMiddleware:
    """Refuse unknown methods, NUL bytes and charsets other than UTF-8, which would cause errors later.

    Django would read even the query string in whatever charset the client names, and some of those
    write NUL bytes and half characters that no database takes.

    What a browser asks for in advance is refused too: nobody clicked, but a GET can use up a free look, be
    charged, or abort a filing. The browser asks again at the click.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponse(status=405, headers={"Allow": ", ".join(sorted(METHODS))})
        if any("prefetch" in request.headers.get(name, "").lower() for name in PREFETCH_HEADERS):
            return HttpResponse(status=503, headers={"Cache-Control": "no-store"})
        if self._is_broken(request):
            request.encoding = "utf-8"  # because the error page reads the request too
            return render(request, "400.html", status=400)
        return self.get_response(request)

    def _is_broken(self, request: HttpRequest) -> bool:
        return (
            "\x00" in request.path
            or "%00" in request.META.get("QUERY_STRING", "")
            or UNREADABLE in request.META
            or not is_readable(request.META.get("CONTENT_TYPE", ""))
            or any("\x00" in value for value in request.COOKIES.values())
        )


class MountMiddleware:
    """Find the rehearsal in the path and handle the request inside it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        request.rehearsal = None
        request.wall_at = request.at = clock.wall_now()
        parts = mount.split(request.path_info)
        if parts is None:
            return self.get_response(request)
        code, rest = parts
        if not rest:
            return HttpResponseRedirect(request.path + "/", preserve_request=True)
        rehearsal = mount.find(code)
        if rehearsal is None:
            return render(request, "rehearsals/unknown.html", status=404)
        outer = get_script_prefix()
        mount.enter(request, rehearsal, rest)
        request.at = rehearsal.clock.read(request.wall_at)
        with mount.inside_rehearsal(rehearsal, outer=outer):
            _note_use(rehearsal, request.wall_at)
            if due_events.is_waiting(rehearsal, request.at):
                due_events.fire(rehearsal, at=request.at)
            return self.get_response(request)


def _note_use(rehearsal: Rehearsal, wall: datetime) -> None:
    """Record the last use, at most once in `USE_NOTED_EVERY`.

    A trainer sees from it who gave up during a class. Idle rehearsals are deleted after some days.
    """
    if wall - rehearsal.last_used_at > USE_NOTED_EVERY:
        Rehearsal.objects.filter(pk=rehearsal.pk).update(last_used_at=wall)


class RefusalMiddleware:
    """Turn `Refused`, too many attempts, a busy hash slot and a wrong method into a page.

    The page, like Django's own for errors, wears the skin of the site it happened on.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: SiteRequest) -> HttpResponse:
        request.site_layout = skin_of(request)
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            page = render(request, "405.html", status=405)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response

    def process_view(
        self,
        request: SiteRequest,
        view: object,
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> HttpResponse | None:
        """Refuse the ids of staff pages that are no numbers, and an empty name of a column (`_to_field`).

        Django would look them up and fail.
        """
        if request.resolver_match is None or request.resolver_match.app_name != "admin":
            return None
        if not ID.fullmatch(str(kwargs.get("object_id", 0))):
            return render(request, "404.html", status=404)
        columns = request.GET.getlist("_to_field") + request.POST.getlist("_to_field")
        if all(columns) and all(map(ID.fullmatch, request.POST.getlist("_selected_action"))):
            return None
        return render(request, "400.html", status=400)

    def process_exception(self, request: SiteRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, Refused):
            return refused(request, error.reason)
        if isinstance(error, HashSlotBusy):
            return busy(request)
        if isinstance(error, TooManyAttempts):
            return too_many(request, error)
        if isinstance(error, PermissionDenied):
            page = request.resolver_match.view_name if request.resolver_match else ""
            log.warning("%s may not open %s", request.user.get_username(), page)
        if isinstance(error, DOES_NOT_FIT):
            log.warning("%s: input that the database can't hold", type(error).__name__)
            return render(request, "400.html", status=400)
        if storage.trouble_behind(error) and _sqlstate(error) != DEADLOCK:
            return None  # server_error answers; the database can't be asked about a reset
        if isinstance(error, ROWS_WENT) and _was_overtaken(request, error):
            log.warning("%s: overtaken by a reset or return", type(error).__name__)
            return refused(request, RehearsalRefusal.SESSION_ENDED)
        return None


def _was_overtaken(request: SiteRequest, error: Exception) -> bool:
    """Whether the rows that a request worked on were replaced (a reset), or deleted with their rehearsal."""
    if request.rehearsal is None:
        return False
    if _sqlstate(error) == DEADLOCK:
        return True
    rehearsals = Rehearsal.objects.filter(pk=request.rehearsal.pk, is_ending=False)
    since = request.wall_at - LONGEST_RESET
    what = [key for keys in declarations("replaces_rows") for key in keys]
    resets = rehearsals.filter(activities__what__in=what, activities__wall_at__gte=since)
    return resets.exists() or not rehearsals.exists()


def _sqlstate(error: Exception) -> str | None:
    return getattr(error.__cause__, "sqlstate", None)
