from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from rehearsals.staff.accounts import sessions
from rehearsals.staff.second_factor import access
from rehearsals.web.http import SiteRequest

STAFF_PATHS = ("/staff/", "/admin/")
ALWAYS_OPEN = {"admin:login", access.QR_PICTURE}
TOO_LATE = "You have ten minutes to go on after you enter your password. Sign in again."
UNNOTED = {"staff_session"}  # asks how much time is left, so it doesn't count as a page


class StaffMiddleware(AuthenticationMiddleware):
    """Django's, for staff sessions that end after a time and may need a passcode.

    `request.user` is anonymous if the session has ended, or while something is left to do after the
    password. Then `staff_waiting` is the user, and `staff_page` the name of the only page that they may
    open (rehearsals.staff.second_factor.access). All other staff pages lead there.
    """

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        signed_in = request.user
        request.staff_waiting, request.staff_page = None, ""  # type: ignore[attr-defined]
        request.user = SimpleLazyObject(lambda: _admitted(request, signed_in))  # type: ignore[assignment]

    def process_view(
        self,
        request: SiteRequest,
        view: Callable[..., HttpResponseBase],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> HttpResponse | None:
        if not is_staff_page(request):
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        if request.user.is_authenticated:
            if name not in UNNOTED or request.method == "POST":
                sessions.note_page(request.session, request.wall_at)
            return None
        page: str = request.staff_page  # type: ignore[attr-defined]
        if not page or name in {page, *ALWAYS_OPEN}:
            return None
        query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return redirect(f"{reverse(page)}?{query}")


def is_staff_page(request: SiteRequest) -> bool:
    return request.rehearsal is None and request.path_info.startswith(STAFF_PATHS)


def _admitted(request: Any, signed_in: User | AnonymousUser) -> User | AnonymousUser:
    """`signed_in`, or nobody if the session has ended. Its rows and its cookie go then."""
    if not signed_in.is_authenticated:
        return signed_in
    if reason := sessions.why_ended(request.session, request.wall_at):
        return _signed_out(request, reason)
    if page := access.required_page(request.session, signed_in):
        if access.is_too_late(request.session, request.wall_at):
            return _signed_out(request, TOO_LATE)
        request.staff_waiting, request.staff_page = signed_in, page
        return AnonymousUser()
    return signed_in


def _signed_out(request: Any, reason: str) -> AnonymousUser:
    request.session.flush()
    if is_staff_page(request):
        messages.info(request, reason)
    return AnonymousUser()
