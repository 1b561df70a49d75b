"""The member's side of group billing: read an invitation, accept or decline it, leave a PAA."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pacer_accounts.account_menu.pages import manage_page, settings_page
from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.group_billing import services
from pacer_accounts.group_billing.forms import RemarkForm
from pacer_accounts.group_billing.queries import invitations_to, membership_of, was_suspended
from pacer_accounts.group_billing.rules import is_waiting, status_after_joining, why_not_accept
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.models import PaaMembership
from pacer_accounts.preferences.client_codes import describe_rule
from rehearsals.web.http import get_or_post, posted_data

TAB = "Settings"


@require_safe
@never_cache
def invitations(request: SignedOnRequest) -> HttpResponse:
    """The open invitations. Open to a shared legacy account, which needs no upgrade to join."""
    account = request.pacer_account
    context = {"invitations": invitations_to(account), "membership": membership_of(account)}
    return manage_page(request, "psc/paa_invitations.html", TAB, context)


@get_or_post
@never_cache
def invitation(request: SignedOnRequest, pk: int) -> HttpResponse:
    """One invitation: what happens if the holder accepts, with Accept and Decline."""
    rows = request.pacer_account.paa_memberships.select_related("paa")
    membership = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        return _answer(request, membership)
    return _invitation_page(request, membership)


def _answer(request: SignedOnRequest, membership: PaaMembership) -> HttpResponse:
    name = membership.paa.mailing_name
    if request.POST.get("answer") == "accept":
        moved = services.accept(membership=membership, at=request.at)
        balance = f" Your balance of ${moved:.2f} moved to the PAA." if moved else ""
        text = (
            f"{name} now pays for this account. You won't get invoices.{balance}"
            " We e-mailed a confirmation to you and to the PAA."
        )
    else:
        services.decline(membership=membership, at=request.at)
        text = f"You declined the invitation. {name} doesn't pay for this account."
    messages.success(request, text)
    return redirect("account:landing")


def _invitation_page(request: SignedOnRequest, membership: PaaMembership) -> HttpResponse:
    account, paa = request.pacer_account, membership.paa
    has_payer = membership_of(account) is not None
    after = status_after_joining(account.case_search_status, was_suspended=was_suspended(account))
    context = {
        "membership": membership,
        "paa_name": paa.mailing_name,
        "is_waiting": is_waiting(membership),
        "obstacle": why_not_accept(membership, paa=paa, account=account, has_payer=has_payer),
        "code_rule": describe_rule(paa.requires_client_code, paa.client_code_format),
        "restores_search": after != account.case_search_status,
    }
    return manage_page(request, "psc/paa_invitation.html", TAB, context)


@get_or_post
@never_cache
def leave(request: SignedOnRequest) -> HttpResponse:
    """Remove Your PACER Account from a PAA.

    A legacy account that is a member can leave. One that isn't must upgrade first, as for every
    item under Settings.
    """
    is_member = membership_of(request.pacer_account) is not None
    return _leave(request) if is_member else settings_page(_leave)(request)


def _leave(request: SignedOnRequest) -> HttpResponse:
    account = request.pacer_account
    membership = membership_of(account)
    form = RemarkForm(posted_data(request))
    if request.method == "POST" and form.is_valid():
        ended = services.leave(account=account, remark=form.cleaned_data["remark"], at=request.at)
        messages.success(
            request,
            f"{ended.paa.mailing_name} no longer pays for this account. You get your own invoices"
            " again. We e-mailed a confirmation to you and to the PAA.",
        )
        return redirect("account:landing")
    context = {
        "form": form,
        "membership": membership,
        "paa_name": membership.paa.mailing_name if membership else "",
        "suspends": account.case_search_status == CaseSearchStatus.ACTIVE,
    }
    return manage_page(request, "psc/paa_leave.html", TAB, context)
