"""PAA Maintenance: the firm's side of group billing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from pacer_accounts.account_menu.pages import manage_page, tab_page
from pacer_accounts.group_billing import services
from pacer_accounts.group_billing.forms import AddAccountForm, RemoveForm
from pacer_accounts.group_billing.queries import asked_by, is_paa, members_of
from pacer_accounts.group_billing.refusals import PaaRefusal
from rehearsals.clock import clock
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Refused
from rehearsals.web.http import posted_data

TAB = "PAA Maintenance"
form_page = require_http_methods(["GET", "HEAD", "POST"])


def paa_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages that only a PAA has. Raises Refused(NOT_A_PAA) for everybody else."""

    @never_cache
    @wraps(view)
    def page(request: HttpRequest) -> HttpResponse:
        if not is_paa(request.pacer_account):
            raise Refused(PaaRefusal.NOT_A_PAA)
        return view(request)

    return page


@require_safe
@paa_page
def members(request: HttpRequest) -> HttpResponse:
    """Whom this PAA pays for, and who has been asked."""
    paa = request.pacer_account
    context = {"members": members_of(paa), "invitations": asked_by(paa)}
    return tab_page(request, TAB, context, template="psc/paa_members.html")


@form_page
@paa_page
def add(request: HttpRequest) -> HttpResponse:
    """Add Existing PACER Account to My PAA: the holder is asked by e-mail."""
    form = AddAccountForm(posted_data(request))
    refusal = None
    if form.is_valid():
        try:
            return _ask(request, form.cleaned_data)
        except Refused as refused:
            refusal = refused.reason
            form.add_error(None, refusal.sentence)
    desk = card_of(request, refusal.desk) if refusal else None
    return _page(request, "psc/paa_add.html", {"form": form, "refusal": refusal, "desk": desk})


def _ask(request: HttpRequest, typed: dict[str, Any]) -> HttpResponse:
    membership = services.ask(
        paa=request.pacer_account,
        account_number=typed["account_number"],
        last_name=typed["last_name"],
        remark=typed["remark"],
        at=clock.now(),
        at_wall=clock.wall_now(),
    )
    messages.success(
        request,
        f"{membership.account.full_name} has been asked by e-mail. Nothing changes until the holder"
        " logs in to Manage My Account and accepts.",
    )
    return redirect("account:paa_members")


@form_page
@paa_page
def remove(request: HttpRequest) -> HttpResponse:
    """Remove PACER Account(s) from My PAA, and take invitations back."""
    paa = request.pacer_account
    rows = [*members_of(paa), *asked_by(paa)]
    form = RemoveForm(posted_data(request), memberships=rows)
    if form.is_valid():
        ended = services.remove(
            paa=paa,
            chosen=form.cleaned_data["chosen"],
            remark=form.cleaned_data["remark"],
            at=clock.now(),
        )
        names = ", ".join(row.account.full_name for row in ended)
        messages.success(request, f"Removed from this PAA: {names}. Both sides have a letter.")
        return redirect("account:paa_members")
    return _page(request, "psc/paa_remove.html", {"form": form, "has_rows": bool(rows)})


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return manage_page(request, template, TAB, context)
