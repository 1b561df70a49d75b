"""PAA Maintenance: the firm's side of group billing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pacer_accounts.account_menu.pages import manage_page, tab_page
from pacer_accounts.group_billing import services
from pacer_accounts.group_billing.forms import AddAccountForm, RemoveForm
from pacer_accounts.group_billing.queries import invitations_from, is_paa, members_of
from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.http import SignedOnRequest
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import SIGN_IN
from rehearsals.web.http import get_or_post, posted_data

TAB = "PAA Maintenance"
View = Callable[[SignedOnRequest], HttpResponse]


def paa_page(view: View) -> View:
    """Decorate a page that only a PAA has. Raises Refused(NOT_A_PAA) for other accounts."""

    @never_cache
    @wraps(view)
    def page(request: SignedOnRequest) -> HttpResponse:
        if not is_paa(request.pacer_account):
            raise Refused(PaaRefusal.NOT_A_PAA)
        return view(request)

    return page


@require_safe
@paa_page
def members(request: SignedOnRequest) -> HttpResponse:
    """The accounts this PAA pays for, and its open invitations."""
    paa = request.pacer_account
    context = {"members": members_of(paa), "open_invitations": invitations_from(paa)}
    return tab_page(request, TAB, context, template="psc/paa_members.html")


@get_or_post
@paa_page
def add(request: SignedOnRequest) -> HttpResponse:
    """Add Existing PACER Account to My PAA: invite its holder by e-mail."""
    form = AddAccountForm(posted_data(request))
    refusal = None
    if form.is_valid():
        try:
            return _invite(request, form.cleaned_data)
        except Refused as refused:
            refusal = refused.reason
            form.add_error(None, refusal.sentence)
    desk = card_of(request, refusal.desk) if refusal else None
    return _page(request, "psc/paa_add.html", {"form": form, "refusal": refusal, "desk": desk})


def _invite(request: SignedOnRequest, cleaned: dict[str, Any]) -> HttpResponse:
    paa = request.pacer_account
    with attempt(request, SIGN_IN, name=paa.account_number, keep=tuple(cleaned)):
        membership = services.invite(
            paa=paa,
            account_number=cleaned["account_number"],
            last_name=cleaned["last_name"],
            remark=cleaned["remark"],
            at=request.at,
            wall_at=request.wall_at,
        )
    messages.success(
        request,
        f"We e-mailed an invitation to {membership.account.full_name}. Nothing changes until the"
        " holder logs in to Manage My Account and accepts.",
    )
    return redirect("account:paa_members")


@get_or_post
@paa_page
def remove(request: SignedOnRequest) -> HttpResponse:
    """Remove PACER Account(s) from My PAA, or withdraw invitations."""
    paa = request.pacer_account
    rows = [*members_of(paa), *invitations_from(paa)]
    form = RemoveForm(posted_data(request), memberships=rows)
    if form.is_valid():
        ended = services.remove(
            paa=paa,
            chosen=form.cleaned_data["chosen"],
            remark=form.cleaned_data["remark"],
            at=request.at,
        )
        names = ", ".join(row.account.full_name for row in ended)
        text = f"Removed from this PAA: {names}. We e-mailed you and each account holder."
        messages.success(request, text)
        return redirect("account:paa_members")
    return _page(request, "psc/paa_remove.html", {"form": form, "has_rows": bool(rows)})


def _page(request: SignedOnRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return manage_page(request, template, TAB, context)
