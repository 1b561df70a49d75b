"""Limits a user with a required update to the pages that complete it.

The session holds a mark with the page the user asked for. While the mark is set, the user is not
authenticated on any page but those in `ALLOWED_PAGES`; the middleware checks this before every view.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cso.mfa.queries import updates_for
from pacer_accounts.http import PacerRequest
from pacer_accounts.models import PacerAccount

MARK = "update_required"
_PAGE = "cso:update_required"
_LOGIN_PAGES = frozenset({"cso:login", "psc:login"})
ALLOWED_PAGES = frozenset(
    {
        _PAGE,
        "cso:logout",
        "psc:logout",
        "psc:change_password",
        "psc:mfa",
        "psc:mfa_send",
        "psc:mfa_code",
        "psc:mfa_app",
        "psc:mfa_qr",
    }
)


def update_first(request: PacerRequest, account: PacerAccount, destination: str) -> str:
    """After a sign-on: `destination`, or the update page that leads there if an update is required."""
    request.session.pop(MARK, None)
    if not updates_for(account, request.rehearsal.era, request.at):
        return destination
    request.session[MARK] = destination
    return reverse(_PAGE)


def restrict(request: PacerRequest) -> None:
    """Before any view: set `half_signed_on` instead of `pacer_account` while an update is required.

    Deletes a mark whose update is complete.
    """
    if is_update_required(request):
        request.half_signed_on, request.pacer_account = request.pacer_account, None
    elif request.pacer_account and MARK in request.session and request.path != reverse(_PAGE):
        del request.session[MARK]


def is_update_required(request: PacerRequest) -> bool:
    """Whether the signed-on account must complete an update first. No query without a mark."""
    if request.pacer_account is None or MARK not in request.session:
        return False
    return bool(updates_for(request.pacer_account, request.rehearsal.era, request.at))


def check_access(request: PacerRequest, view: Callable[..., Any]) -> HttpResponse | None:
    """Open an allowed page to a restricted user; redirect other pages to the update.

    Pages that need no login open as for a user who is not signed on.
    """
    name = request.resolver_match.view_name
    if name in ALLOWED_PAGES:
        request.pacer_account = request.half_signed_on
        return None
    is_login = name in _LOGIN_PAGES and request.method != "POST"
    if is_login or getattr(view, "login_required", True):
        return redirect(_PAGE)
    return None


def destination_after_update(request: PacerRequest) -> str | None:
    """The page the user asked for, once no update is required; deletes the mark. Otherwise None."""
    if MARK not in request.session:
        return None
    request.pacer_account.refresh_from_db(fields=["password_set_at", "mfa_skips"])
    if is_update_required(request):
        return None
    return request.session.pop(MARK)
