"""Two session cookies in one browser: staff at "/", personas below a rehearsal's mount."""

from collections.abc import Callable
from copy import copy
from datetime import datetime, timedelta
from typing import cast

from django.conf import settings
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware as DjangoSessionMiddleware
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control, patch_vary_headers

from cso.mfa import update_required
from cso.models import STOPPED, WENT_BACK_AT, SignOnSession
from cso.sign_on.redirects import sign_on_url
from cso.sign_on.sessions import (
    DISABLED,
    ENDED,
    LAPSED,
    OTHER_DAY,
    TIMED_OUT,
    WENT_BACK,
    SessionStore,
)
from pacer_accounts.http import PacerRequest
from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import RehearsalRefusal
from rehearsals.models import Rehearsal
from rehearsals.web import storage
from rehearsals.web.error_pages import refused

SEEN_EVERY = timedelta(minutes=1)


class SessionMiddleware(DjangoSessionMiddleware):
    """Django's session for the site; inside a mount, our store, cookie name and path."""

    def process_request(self, request: HttpRequest) -> None:
        rehearsal = _rehearsal(request)
        if rehearsal is None:
            super().process_request(request)
            return
        session = SessionStore(request.COOKIES.get(settings.REHEARSAL_COOKIE_NAME), rehearsal)
        session.user_agent = request.headers.get("User-Agent", "")
        request.session = session

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        rehearsal = _rehearsal(request)
        if rehearsal is None:
            return self._site_response(request, response)
        session = request.session
        if session.accessed:
            patch_vary_headers(response, ("Cookie",))
        if settings.REHEARSAL_COOKIE_NAME in request.COOKIES and session.is_empty():
            response.delete_cookie(settings.REHEARSAL_COOKIE_NAME, path=_cookie_path(request))
        elif session.modified and not session.is_empty() and response.status_code < 500:
            return self._save(request, response, rehearsal)
        return response

    def _site_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        try:
            return super().process_response(request, response)
        except SessionInterrupted as error:
            raise storage.trouble_behind(error) or error from None

    def _save(
        self, request: HttpRequest, response: HttpResponse, rehearsal: Rehearsal
    ) -> HttpResponse:
        try:
            request.session.save()
        except (DatabaseError, UpdateError) as error:
            if storage.trouble_behind(error):
                raise
            if not _was_sent_twice(cast(PacerRequest, request)):
                return _interrupted(request, rehearsal)
        response.set_cookie(
            settings.REHEARSAL_COOKIE_NAME,
            request.session.session_key or "",
            path=_cookie_path(request),
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
        return response


def _was_sent_twice(request: PacerRequest) -> bool:
    """Whether this form was sent twice, and the first one renewed the key of the session."""
    old_key = request.COOKIES.get(settings.REHEARSAL_COOKIE_NAME, "")
    token = request.POST.get("draft", "")
    session: SessionStore = request.session
    return bool(token) and session.follow_renewal(old_key, token)


def _interrupted(request: HttpRequest, rehearsal: Rehearsal) -> HttpResponse:
    """The row was deleted while the page was made: a reset, or a logout in another window."""
    signed_off = cast(PacerRequest, copy(request))
    signed_off.session = SessionStore(None, rehearsal)
    signed_off.pacer_account = None
    page = refused(signed_off, RehearsalRefusal.SESSION_ENDED)
    page.delete_cookie(settings.REHEARSAL_COOKIE_NAME, path=_cookie_path(request))
    return page


def _rehearsal(request: HttpRequest) -> Rehearsal | None:
    return getattr(request, "rehearsal", None)


def _cookie_path(request: HttpRequest) -> str:
    return f"{request.META['SCRIPT_NAME']}/"


class SignOnMiddleware:
    """Set `request.pacer_account`, and redirect to the login page by default.

    Inside a mount every view requires a sign-on unless it is marked with Django's
    `login_not_required`; tests/architecture lists the open ones. A user with a required update
    (`request.restricted_account`) may open only the pages listed in `cso.mfa.update_required`.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: PacerRequest) -> HttpResponse:
        account, request.sign_on_lapsed = _identify(request)
        is_restricted = account is not None and update_required.is_restricted(request, account)
        is_open = not is_restricted or update_required.is_allowed_page(request)
        request.restricted_account = account if is_restricted else None
        request.pacer_account = account if is_open else None
        response = self.get_response(request)
        if request.pacer_account:  # so that Back, after a logout, does not show a cached page
            patch_cache_control(response, private=True, no_store=True)
        return response

    def process_view(
        self,
        request: PacerRequest,
        view: Callable[..., HttpResponseBase],
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> HttpResponse | None:
        if _rehearsal(request) is None or request.pacer_account:
            return None
        if request.restricted_account:
            return update_required.redirect_to_update(request, view)
        return redirect(sign_on_url(request)) if getattr(view, "login_required", True) else None


def _identify(request: PacerRequest) -> tuple[PacerAccount | None, str]:
    """The account signed on in this browser, and why a former sign-on has ended ("" if none did)."""
    if _rehearsal(request) is None or settings.REHEARSAL_COOKIE_NAME not in request.COOKIES:
        return None, ""
    session: SessionStore = request.session
    session.load_once()
    if not session.session_key:
        _was_sent_twice(request)
    account = session.pacer_account
    if session.signed_on_at == WENT_BACK_AT:
        session.lapse(WENT_BACK)
    if account is None:
        return None, session.get(LAPSED, "") if session.session_key else ENDED
    if reason := _end_reason(session, account, request.wall_at):
        session.lapse(reason)
        return None, reason
    if session.last_seen_at and request.wall_at - session.last_seen_at > SEEN_EVERY:
        SignOnSession.objects.filter(session_key=session.session_key).update(
            last_seen_at=request.wall_at
        )
        session.last_seen_at = request.wall_at
    return account, ""


def _end_reason(session: SessionStore, account: PacerAccount, wall_at: datetime) -> str:
    """Why this sign-on has ended at the wall time; empty if it has not."""
    if account.is_disabled:
        return DISABLED
    if session.day_changes != session.rehearsal.clock.day_changes:
        return OTHER_DAY
    row = SignOnSession(
        pacer_account=account,
        signed_on_at=session.signed_on_at,
        last_seen_at=session.last_seen_at,
    )
    if row.is_signed_on(wall_at):
        return ""
    return ENDED if session.signed_on_at == STOPPED else TIMED_OUT
