"""The individual's side of group billing: read an invitation, accept or decline it, leave a PAA."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from pacer_accounts.account_menu.pages import manage_page, settings_page
from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.group_billing import services
from pacer_accounts.group_billing.emails import code_sentence
from pacer_accounts.group_billing.forms import RemarkForm
from pacer_accounts.group_billing.queries import (
    invitations_to,
    membership_of,
    name_of,
    was_suspended,
)
from pacer_accounts.group_billing.rules import is_waiting, status_after_joining, why_not_accept
from pacer_accounts.models import PaaMembership
from rehearsals.clock import clock
from rehearsals.web.http import posted_data

TAB = "Settings"
form_page = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@never_cache
def invitations(request: HttpRequest) -> HttpResponse:
    """The PAAs that wait for an answer. Open to a shared legacy account too: no upgrade is needed."""
    account = request.pacer_account
    context = {"invitations": invitations_to(account), "membership": membership_of(account)}
    return manage_page(request, "psc/paa_invitations.html", TAB, context)


@form_page
@never_cache
def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """One invitation: what accepting does, and the two answers."""
    rows = request.pacer_account.paa_memberships.select_related("paa")
    membership = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        return _answer(request, membership)
    return _invitation_page(request, membership)


def _answer(request: HttpRequest, membership: PaaMembership) -> HttpResponse:
    name = name_of(membership.paa)
    if request.POST.get("answer") == "accept":
        moved = services.accept(membership=membership, at=clock.now())
        words = f"{name} pays for this account from now on, and you get no invoices."
        balance = f" Your balance of ${moved:.2f} moved to the PAA." if moved else ""
        messages.success(request, f"{words}{balance} Both sides have a letter.")
    else:
        services.decline(membership=membership, at=clock.now())
        messages.success(request, f"You declined. {name} does not pay for this account.")
    return redirect("account:landing")


def _invitation_page(request: HttpRequest, membership: PaaMembership) -> HttpResponse:
    account, paa = request.pacer_account, membership.paa
    has_payer = membership_of(account) is not None
    after = status_after_joining(account.case_search_status, was_suspended=was_suspended(account))
    context = {
        "membership": membership,
        "paa_name": name_of(paa),
        "is_waiting": is_waiting(membership),
        "obstacle": why_not_accept(membership, paa=paa, account=account, has_payer=has_payer),
        "code_sentence": code_sentence(paa),
        "restores_search": after != account.case_search_status,
    }
    return manage_page(request, "psc/paa_invitation.html", TAB, context)


@form_page
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """Remove Your PACER Account from a PAA.

    A legacy member gets in as it got in to the PAA; whoever has none to leave is led to the upgrade,
    as by every item of Settings.
    """
    is_member = membership_of(request.pacer_account) is not None
    return _leave(request) if is_member else settings_page(_leave)(request)


def _leave(request: HttpRequest) -> HttpResponse:
    account = request.pacer_account
    membership = membership_of(account)
    form = RemarkForm(posted_data(request))
    if request.method == "POST" and form.is_valid():
        held = services.leave(account=account, remark=form.cleaned_data["remark"], at=clock.now())
        messages.success(
            request,
            f"{name_of(held.paa)} no longer pays for this account: invoices come to you."
            " Both sides have a letter.",
        )
        return redirect("account:landing")
    context = {
        "form": form,
        "membership": membership,
        "paa_name": name_of(membership.paa) if membership else "",
        "suspends": account.case_search_status == CaseSearchStatus.ACTIVE,
    }
    return manage_page(request, "psc/paa_leave.html", TAB, context)
