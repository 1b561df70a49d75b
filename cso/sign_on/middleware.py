"""Two session cookies in one browser: staff at "/", personas below a rehearsal's mount."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.middleware import SessionMiddleware as DjangoSessionMiddleware
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control, patch_vary_headers

from cso.mfa import update_required
from cso.models import STOPPED, SignOnSession
from cso.sign_on.redirects import sign_on_url
from cso.sign_on.sessions import DISABLED, ENDED, LAPSED, TIMED_OUT, SessionStore
from rehearsals.help.refusals import RehearsalRefusal
from rehearsals.web.error_pages import refused

SEEN_EVERY = timedelta(minutes=1)


class SessionMiddleware(DjangoSessionMiddleware):
    """Django's session for the site; inside a mount, our store, cookie name and path."""

    def process_request(self, request: HttpRequest) -> None:
        if request.rehearsal is None:
            return super().process_request(request)
        key = request.COOKIES.get(settings.REHEARSAL_COOKIE_NAME)
        request.session = SessionStore(key, request.rehearsal)
        request.session.user_agent = request.headers.get("User-Agent", "")
        return None

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if request.rehearsal is None:
            return super().process_response(request, response)
        session = request.session
        if session.accessed:
            patch_vary_headers(response, ("Cookie",))
        if settings.REHEARSAL_COOKIE_NAME in request.COOKIES and session.is_empty():
            response.delete_cookie(settings.REHEARSAL_COOKIE_NAME, path=_cookie_path(request))
        elif session.modified and not session.is_empty() and response.status_code < 500:
            return self._save(request, response)
        return response

    def _save(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            request.session.save()
        except (DatabaseError, UpdateError):
            return _interrupted(request)
        response.set_cookie(
            settings.REHEARSAL_COOKIE_NAME,
            request.session.session_key,
            path=_cookie_path(request),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite=settings.SESSION_COOKIE_SAMESITE,
        )
        return response


def _interrupted(request: HttpRequest) -> HttpResponse:
    """The row was deleted while the page was made: a reset, or a logout in another window."""
    request.session = SessionStore(None, request.rehearsal)
    request.pacer_account = None
    page = refused(request, RehearsalRefusal.SESSION_ENDED)
    page.delete_cookie(settings.REHEARSAL_COOKIE_NAME, path=_cookie_path(request))
    return page


def _cookie_path(request: HttpRequest) -> str:
    return request.META["SCRIPT_NAME"] + "/"


class SignOnMiddleware:
    """Set `request.pacer_account`, and redirect to the login page by default.

    Inside a mount every view requires a sign-on unless it is marked with Django's
    `login_not_required`; tests/architecture lists the open ones. A user with a required update
    (`request.half_signed_on`) may open only the pages listed in `cso.mfa.update_required`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.pacer_account = None
        request.half_signed_on = None
        request.sign_on_lapsed = ""
        if request.rehearsal is not None and settings.REHEARSAL_COOKIE_NAME in request.COOKIES:
            _identify(request)
        if request.rehearsal is not None:
            update_required.restrict(request)
        response = self.get_response(request)
        if request.pacer_account:  # so that Back, after a logout, does not show a cached page
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_view(self, request: HttpRequest, view: Callable, *args: object) -> object:
        if request.half_signed_on:
            return update_required.check_access(request, view)
        if request.rehearsal is None or not getattr(view, "login_required", True):
            return None
        return None if request.pacer_account else redirect(sign_on_url(request))


def _end_reason(row: SignOnSession, wall_at: datetime) -> str:
    """Why this sign-on has ended at the wall time; empty if it has not."""
    if row.pacer_account.is_disabled:
        return DISABLED
    if row.is_signed_on(wall_at):
        return ""
    return ENDED if row.signed_on_at == STOPPED else TIMED_OUT


def _identify(request: HttpRequest) -> None:
    session = request.session
    session.load_once()
    if session.pacer_account is None:
        request.sign_on_lapsed = session.get(LAPSED, "") if session.session_key else ENDED
        return
    wall_at = request.wall_at
    row = SignOnSession(
        pacer_account=session.pacer_account,
        signed_on_at=session.signed_on_at,
        last_seen_at=session.last_seen_at,
    )
    if reason := _end_reason(row, wall_at):
        session.lapse(reason)
        request.sign_on_lapsed = reason
        return
    request.pacer_account = session.pacer_account
    if wall_at - session.last_seen_at > SEEN_EVERY:
        SignOnSession.objects.filter(session_key=session.session_key).update(last_seen_at=wall_at)
        session.last_seen_at = wall_at
