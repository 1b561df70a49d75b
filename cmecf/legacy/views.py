"""The legacy CM/ECF before the outage: entry, login and menus."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from cmecf.courts import access
from cmecf.courts.http import CourtRequest, FilerRequest
from cmecf.courts.menus import (
    Entry,
    MenuItem,
    all_entries,
    cases_of_menu,
    find_entries,
    legacy_utilities,
    menu_groups,
    menu_items,
    section_of,
)
from cmecf.courts.pages import asks_to_log_out, court_page, log_out_page
from cmecf.legacy import services
from cmecf.legacy.access import filer_only, refuse, signed_in
from cmecf.legacy.forms import SearchForm
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.rules import may_file
from cmecf.legacy.sign_in_page import sign_in_page
from rehearsals.web.http import get_or_post


@login_not_required
@never_cache
@require_safe
def entry(request: CourtRequest, court: str) -> HttpResponse:
    """The court's entry page, or the start page of a signed-in user."""
    account = access.signed_in_account(request)
    if account is None:
        return court_page(request, "cmecf/entry.html")
    context = {"account": account, "client_code": access.client_code(request)}
    return court_page(request, "cmecf/legacy_start.html", context)


@login_not_required
@never_cache
@get_or_post
@sensitive_post_parameters("key")
def login(request: CourtRequest, court: str) -> HttpResponse:
    """ "CM/ECF Filer or PACER Login" (seed, Step 3), and Logout at `login.pl?logout`."""
    if asks_to_log_out(request):
        return _log_out(request)
    return sign_in_page(request, wanted=reverse("ecf:entry", args=[court]))


def _log_out(request: CourtRequest) -> HttpResponse:
    account = access.signed_in_account(request)
    if account and request.method != "POST":
        ends = f"This logs you out of the {request.court.name} only."
        return log_out_page(request, "Logout", account, ends=ends)
    is_ended = request.cmecf_account is not None and not request.pays_by_sign_on
    payer = request.legacy_pacer_account if is_ended else None
    if account:
        services.sign_out(court=request.court, account=account, payer=payer, at=request.at)
        access.sign_out(request)
    context: dict[str, Any] = {"account": account, "payer": payer, "menu_items": []}
    return court_page(request, "cmecf/logged_out.html", context)


@get_or_post
@sensitive_post_parameters("key")
@signed_in
def menu(request: CourtRequest, court: str) -> HttpResponse:
    """DisplayMenu.pl?CivilEvents and the other menus."""
    section = section_of(request)
    if section in request.court.filing_menus:
        return _filing_menu(request, section)
    if section == "Reports":
        return court_page(request, "cmecf/reports.html", {"groups": menu_groups(request, section)})
    if section == "Utilities":
        entries = legacy_utilities(court) if request.cmecf_account else []
        context = {
            "entries": entries,
            "groups": menu_groups(request, section),
            "client_code": access.client_code(request),
        }
        return court_page(request, "cmecf/legacy_utilities.html", context)
    raise Http404


def _filing_menu(request: CourtRequest, section: str) -> HttpResponse:
    account = request.cmecf_account
    if account is None:
        return refuse(request, CmecfRefusal.NOT_A_FILER, heading=section)
    context = {
        "section": section,
        "cases": cases_of_menu(section),
        "account": account,
        "may_file": may_file(account, section),
        "groups": menu_groups(request, section),
    }
    return court_page(request, "cmecf/legacy_filing.html", context)


@get_or_post
@sensitive_post_parameters("key")
@filer_only
def search(request: FilerRequest, court: str) -> HttpResponse:
    """Find menus and functions by name."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    entries = None
    if form.is_bound and form.is_valid():
        menus = [item for item in menu_items(request) if item.label not in ("Logout", "Search")]
        everything: list[Entry | MenuItem] = [
            *menus,
            *legacy_utilities(court),
            *all_entries(request),
        ]
        entries = find_entries(form.cleaned_data["q"], everything)
    return court_page(request, "cmecf/legacy_search.html", {"form": form, "entries": entries})
