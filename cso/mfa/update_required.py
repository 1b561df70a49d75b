"""A person of whom an update is required is signed on only far enough to do it.

Her session carries a mark. While it stands, every page but those named here sees a stranger; the
middleware asks here, once, before any view.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from cso.mfa.queries import updates_needed
from pacer_accounts.models import PacerAccount
from rehearsals.clock import clock

MARK = "update_required"
_PAGE = "cso:update_required"
_LOGINS = frozenset({"cso:login", "psc:login"})
MAY_OPEN = frozenset(
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


def way(request: HttpRequest, account: PacerAccount, destination: str) -> str:
    """Where a person who has just signed on goes: to `destination`, or first to the update."""
    request.session.pop(MARK, None)
    if not updates_needed(account, request.rehearsal.era, clock.now()):
        return destination
    request.session[MARK] = destination
    return reverse(_PAGE)


def hold_back(request: HttpRequest) -> None:
    """Before any view: make a person with an open update a stranger. A mark that is settled goes."""
    if is_half_signed_on(request):
        request.half_signed_on, request.pacer_account = request.pacer_account, None
    elif request.pacer_account and MARK in request.session and request.path != reverse(_PAGE):
        del request.session[MARK]


def is_half_signed_on(request: HttpRequest) -> bool:
    """Whether an update still stands between this sign-on and the pages. No query without a mark."""
    if request.pacer_account is None or MARK not in request.session:
        return False
    return bool(updates_needed(request.pacer_account, request.rehearsal.era, clock.now()))


def let_in(request: HttpRequest, view: Callable) -> HttpResponse | None:
    """For a half signed-on person: open one of the few pages to her, lead her back to the update, or
    let an open page treat her as the stranger she still is."""
    name = request.resolver_match.view_name
    if name in MAY_OPEN:
        request.pacer_account = request.half_signed_on
        return None
    is_login = name in _LOGINS and request.method != "POST"
    if is_login or getattr(view, "login_required", True):
        return redirect(_PAGE)
    return None


def onward(request: HttpRequest) -> str | None:
    """The page she wanted, when nothing stands before it any more; else None. Takes the mark away."""
    if MARK not in request.session:
        return None
    request.pacer_account.refresh_from_db(fields=["password_set_at", "mfa_skips"])
    if is_half_signed_on(request):
        return None
    return request.session.pop(MARK)
