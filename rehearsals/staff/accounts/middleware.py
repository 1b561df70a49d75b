from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import SimpleLazyObject

from rehearsals.staff.accounts import sessions
from rehearsals.web.http import SiteRequest

STAFF_PATHS = ("/staff/", "/admin/")
UNNOTED = {"staff_session"}  # asks how much time is left, so it doesn't count as a page


class StaffMiddleware(AuthenticationMiddleware):
    """Django's, for staff sessions that end after a time.

    `request.user` is anonymous if the session has ended.
    """

    def process_request(self, request: HttpRequest) -> None:
        super().process_request(request)
        signed_in = request.user
        request.user = SimpleLazyObject(lambda: _admitted(request, signed_in))  # type: ignore[assignment]

    def process_view(
        self,
        request: SiteRequest,
        view: Callable[..., HttpResponseBase],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> None:
        if not is_staff_page(request) or not request.user.is_authenticated:
            return
        match = request.resolver_match
        if not (match and match.view_name in UNNOTED and request.method != "POST"):
            sessions.note_page(request.session, request.wall_at)


def is_staff_page(request: SiteRequest) -> bool:
    return request.rehearsal is None and request.path_info.startswith(STAFF_PATHS)


def _admitted(request: Any, signed_in: User | AnonymousUser) -> User | AnonymousUser:
    """`signed_in`, or nobody if the session has ended. Its rows and its cookie go then."""
    if not signed_in.is_authenticated:
        return signed_in
    if reason := sessions.why_ended(request.session, request.wall_at):
        request.session.flush()
        if is_staff_page(request):
            messages.info(request, reason)
        return AnonymousUser()
    return signed_in
