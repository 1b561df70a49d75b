"""Limits a user with a required update to the pages that complete it.

The session holds a mark with the page the user asked for. While the mark is set, the user is not
authenticated on any page but those in `ALLOWED_PAGES`; the middleware checks this before every view.
"""

from collections.abc import Callable

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse

from cso.mfa.queries import updates_for
from pacer_accounts.http import PacerRequest, SignedOnRequest
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


def is_restricted(request: PacerRequest, account: PacerAccount) -> bool:
    """Whether `account`, signed on here, must complete an update first. No query without a mark.

    Deletes a mark whose update is complete.
    """
    if MARK not in request.session:
        return False
    if updates_for(account, request.rehearsal.era, request.at):
        return True
    if request.path != reverse(_PAGE):
        del request.session[MARK]
    return False


def is_allowed_page(request: PacerRequest) -> bool:
    """Whether a restricted account may open this page."""
    try:
        return resolve(request.path_info).view_name in ALLOWED_PAGES
    except Resolver404:
        return False


def redirect_to_update(
    request: PacerRequest, view: Callable[..., HttpResponseBase]
) -> HttpResponse | None:
    """The answer to a restricted user on a page that is not allowed.

    Pages that need no login open as for a user who is not signed on.
    """
    match = request.resolver_match
    is_login = match is not None and match.view_name in _LOGIN_PAGES and request.method != "POST"
    if is_login or getattr(view, "login_required", True):
        return redirect(_PAGE)
    return None


def destination_after_update(request: SignedOnRequest) -> str | None:
    """The page the user asked for, once no update is required; deletes the mark. Otherwise None."""
    if MARK not in request.session:
        return None
    request.pacer_account.refresh_from_db(fields=["password_set_at", "mfa_skips"])
    if updates_for(request.pacer_account, request.rehearsal.era, request.at):
        return None
    destination: str = request.session.pop(MARK)
    return destination
