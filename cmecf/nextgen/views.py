"""A court's CM/ECF after go-live. Users come in through PACER's Central Sign-On only.

The PACER account's search status decides about searching, the link about filing. Neither affects the
other.
"""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from cmecf.courts.http import CourtRequest, SignedOnCourtRequest
from cmecf.courts.menus import (
    YOUR_ACCOUNT,
    YOUR_PACER_ACCOUNT,
    Entry,
    MenuItem,
    all_entries,
    cases_of_menu,
    find_entries,
    menu_groups,
    menu_items,
    nextgen_utilities,
    section_of,
)
from cmecf.courts.pages import (
    LOGGED_OUT,
    Link,
    asks_to_log_out,
    court_page,
    link_to,
    log_out_page,
    refusal_page,
)
from cmecf.courts.queries import own_record
from cmecf.legacy.rules import may_file
from cmecf.models import CmecfAccount
from cmecf.nextgen.redaction import redirect_to_notice
from cmecf.nextgen.refusals import NextgenRefusal
from cso.sign_on.client_code import client_code_fault
from cso.sign_on.forms import ClientCodeForm
from cso.sign_on.notice_views import submit_client_code
from cso.sign_on.redirects import page_wanted
from cso.sign_on.services import sign_off
from pacer_accounts.choices import HolderKind
from rehearsals.web.http import get_or_post

View = Callable[[SignedOnCourtRequest], HttpResponse]

ENDS_EVERYWHERE = (
    "This logs you out of this court, every other NextGen court, and Manage My Account. Forms that you"
    " have not submitted will be lost."
)


def signed_on_page(view: View) -> Callable[..., HttpResponse]:
    """For PACER sign-ons, but not for billing accounts. Filers confirm the redaction notice first."""

    @never_cache
    @wraps(view)
    def page(request: SignedOnCourtRequest, court: str) -> HttpResponse:
        if request.pacer_account.holder_kind == HolderKind.PAA:
            back = link_to("Log Out", "ecf:login", request, "?logout")
            return refusal_page(
                request,
                NextgenRefusal.BILLING_ONLY,
                heading="You can't use CM/ECF with this account",
                back=back,
            )
        return redirect_to_notice(request) or view(request)

    return page


@login_not_required
def entry(request: CourtRequest, court: str) -> HttpResponse:
    """The court's entry page: one link, which asks for the sign-on (seed, Step 4)."""
    return court_page(request, "cmecf/nextgen_entry.html")


@login_not_required
@never_cache
def login(request: CourtRequest, court: str) -> HttpResponse:
    """The URL of the legacy login page redirects to PACER after go-live, except for Log Out."""
    if asks_to_log_out(request):
        return logout(request)
    start = reverse("ecf:menu", args=[court])
    if request.pacer_account:
        return redirect(start)
    query = urlencode({"pscCourtId": request.court.cso_id, "appurl": start})
    return redirect(reverse("cso:login") + "?" + query)


def logout(request: CourtRequest) -> HttpResponse:
    """Logging out of one court ends the sign-on in all of them."""
    account = request.pacer_account
    if account and request.method != "POST":
        return log_out_page(request, "Log Out", account, ends=ENDS_EVERYWHERE)
    if request.method == "POST":
        sign_off(session=request.session, at=request.at)
    context = {**LOGGED_OUT, "was_signed_on": account is not None}
    return court_page(request, "cmecf/nextgen_logged_out.html", context)


@signed_on_page
def menu(request: SignedOnCourtRequest) -> HttpResponse:
    """DisplayMenu.pl: the raw query string names the menu; without one, the start page."""
    section = section_of(request)
    if section in request.court.filing_menus:
        return _filing(request, section)
    if section == "Reports":
        return court_page(request, "cmecf/reports.html", {"groups": menu_groups(request, section)})
    if section == "Utilities":
        return _utilities(request)
    return court_page(request, "cmecf/nextgen_start.html", {"own_record": _own_record(request)})


def _utilities(request: SignedOnCourtRequest) -> HttpResponse:
    sections: dict[str, list[Entry]] = {YOUR_ACCOUNT: [], YOUR_PACER_ACCOUNT: []}
    for entry in nextgen_utilities(request):
        sections[entry.section].append(entry)
    for group in menu_groups(request, "Utilities"):
        sections.setdefault(group.heading, []).extend(group.entries)
    context = {"sections": sections, "own_record": _own_record(request)}
    return court_page(request, "cmecf/nextgen_utilities.html", context)


def _own_record(request: SignedOnCourtRequest) -> CmecfAccount | None:
    """For practice help: what an unlinked user has at this court, of which the court knows nothing."""
    if request.cmecf_account:
        return None
    return own_record(request.court, request.pacer_account)


def _filing(request: SignedOnCourtRequest, section: str) -> HttpResponse:
    """Civil, Criminal and their like in other courts: for filers only."""
    account = request.cmecf_account
    if account is None:
        utilities = link_to("Open Utilities", "ecf:menu", request, "?Utilities")
        return refusal_page(request, NextgenRefusal.NOT_LINKED, heading=section, back=utilities)
    if not may_file(account, section):
        reason, menus = NextgenRefusal.NOT_THIS_KIND, request.court.filing_menus
        own = next((one for one in menus if may_file(account, one)), menus[0])
        back = link_to(f"File in {account.only_case}", "ecf:menu", request, f"?{own}Events")
        return refusal_page(request, reason, heading=section, back=back)
    context = {
        "kind": section,
        "cases": cases_of_menu(section),
        "account": account,
        "groups": menu_groups(request, section),
    }
    return court_page(request, "cmecf/nextgen_filing.html", context)


@signed_on_page
def search(request: SignedOnCourtRequest) -> HttpResponse:
    """Search menus and utilities, not cases."""
    wanted = request.GET.get("q", "").strip()[:100]
    everything: list[Entry | MenuItem] = [
        *menu_items(request),
        *nextgen_utilities(request),
        *all_entries(request),
    ]
    entries = find_entries(wanted, everything)
    return court_page(request, "cmecf/nextgen_find.html", {"wanted": wanted, "found": entries})


@get_or_post
@signed_on_page
def client_code(request: SignedOnCourtRequest) -> HttpResponse:
    """ "Change Client Code". A code that the account's rule refuses is not kept or shown again."""
    wanted = page_wanted(request) or reverse("ecf:client_code", args=[request.court.code])
    form = ClientCodeForm(
        request.POST if request.method == "POST" else None, account=request.pacer_account
    )
    if form.is_bound and submit_client_code(request, form):
        return redirect(wanted)
    context = {"form": form, "fault": client_code_fault(request.session)}
    return court_page(request, "cmecf/nextgen_client_code.html", context)


@login_not_required
def help(request: CourtRequest, court: str) -> HttpResponse:
    return court_page(request, "cmecf/nextgen_help.html")


def _start_link(request: CourtRequest) -> Link:
    return link_to("Go to the start page", "ecf:menu", request)
