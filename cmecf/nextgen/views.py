"""A court's CM/ECF after go-live. by_phase leads here; PACER's Central Sign-On is the only way in.

Case search goes by the PACER account's search status, filing by the link. Neither asks the other.
"""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from cmecf.courts.menus import Entry, find_entries, menu_items, section_of
from cmecf.nextgen.pages import (
    CLIENT_CODE_LABEL,
    YOUR_ACCOUNT,
    YOUR_PACER_ACCOUNT,
    link_to,
    nextgen_entries,
    nextgen_page,
    refusal_page,
)
from cmecf.nextgen.redaction import notice_first
from cmecf.nextgen.refusals import NextgenRefusal
from cso.sign_on.client_code import client_code_fault
from cso.sign_on.services import sign_off
from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.group_billing.queries import is_paa, payer_of

View = Callable[..., HttpResponse]

_NO_SEARCH = {
    CaseSearchStatus.INACTIVE: NextgenRefusal.SEARCH_INACTIVE,
    CaseSearchStatus.NOT_ACTIVATED: NextgenRefusal.SEARCH_NOT_ACTIVATED,
}


def inside(view: View) -> View:
    """Pages behind the sign-on. A billing account is a good sign-on, but not for a court.

    A filer confirms the redaction notice first.
    """

    @never_cache
    @wraps(view)
    def page(request: HttpRequest, court: str) -> HttpResponse:
        if request.pacer_account.holder_kind == HolderKind.PAA:
            back = link_to("Log Out", "ecf:login", request, "?logout")
            return refusal_page(
                request, NextgenRefusal.BILLING_ONLY, heading="Not for this account", back=back
            )
        return notice_first(request) or view(request)

    return page


@login_not_required
def entry(request: HttpRequest, court: str) -> HttpResponse:
    """The court's front door: one link, which asks for the sign-on (seed, Step 4)."""
    return nextgen_page(request, "cmecf/nextgen_entry.html")


@login_not_required
@never_cache
def login(request: HttpRequest, court: str) -> HttpResponse:
    """The old login page's address leads to PACER since go-live; `?logout` still logs out."""
    if "logout" in request.GET:
        return logout(request, court)
    start = reverse("ecf:menu", args=[court])
    if request.pacer_account:
        return redirect(start)
    wanted = urlencode({"pscCourtId": request.court.cso_id, "appurl": start})
    return redirect(reverse("cso:login") + "?" + wanted)


@login_not_required
@never_cache
def logout(request: HttpRequest, court: str) -> HttpResponse:
    """Log Out in one court ends the sign-on in all of them."""
    was_signed_on = request.pacer_account is not None
    sign_off(session=request.session, at=request.at)
    request.pacer_account = request.cmecf_account = None
    return nextgen_page(request, "cmecf/nextgen_logged_out.html", {"was_signed_on": was_signed_on})


@inside
def menu(request: HttpRequest) -> HttpResponse:
    """DisplayMenu.pl: the raw query string names the menu; without one, the start page."""
    pages = {"Civil": _filing, "Criminal": _filing, "Reports": _search, "Utilities": _utilities}
    return pages.get(section_of(request), _start)(request)


def _start(request: HttpRequest) -> HttpResponse:
    return nextgen_page(request, "cmecf/nextgen_start.html")


def _utilities(request: HttpRequest) -> HttpResponse:
    sections: dict[str, list[Entry]] = {YOUR_ACCOUNT: [], YOUR_PACER_ACCOUNT: []}
    for found in nextgen_entries(request):
        sections[found.section].append(found)
    return nextgen_page(request, "cmecf/nextgen_utilities.html", {"sections": sections})


def _filing(request: HttpRequest) -> HttpResponse:
    """Civil and Criminal: for the linked only. States what they may file until filing lands."""
    kind, account = section_of(request), request.cmecf_account
    if account is None:
        return _not_linked(request, kind)
    if account.only_case and f"-{_DOCKET[kind]}-" not in account.only_case:
        reason = NextgenRefusal.NOT_THIS_KIND
        return refusal_page(request, reason, heading=kind, back=_start_link(request))
    return nextgen_page(request, "cmecf/nextgen_filing.html", {"kind": kind, "account": account})


_DOCKET = {"Civil": "cv", "Criminal": "cr"}


def _not_linked(request: HttpRequest, kind: str) -> HttpResponse:
    return refusal_page(
        request,
        NextgenRefusal.NOT_LINKED,
        heading=kind,
        back=link_to("Open Utilities", "ecf:menu", request, "?Utilities"),
    )


def _search(request: HttpRequest) -> HttpResponse:
    """Query and Reports: gated by the case search status and the client code."""
    kind = section_of(request)
    reason = _NO_SEARCH.get(request.pacer_account.case_search_status)
    if reason:
        return refusal_page(request, reason, heading=kind, back=_start_link(request))
    if client_code_fault(request.session):
        return _ask_for_code(request, kind)
    payer = payer_of(request.pacer_account)
    context = {"kind": kind, "payer": payer if is_paa(payer) else None}
    return nextgen_page(request, "cmecf/nextgen_search_cases.html", context)


def _ask_for_code(request: HttpRequest, kind: str) -> HttpResponse:
    """The code's page leads back to the search that wanted it."""
    back = "?" + urlencode({"next": request.get_full_path()})
    return refusal_page(
        request,
        NextgenRefusal.CLIENT_CODE,
        heading=kind,
        back=link_to(CLIENT_CODE_LABEL, "ecf:client_code", request, back),
    )


@inside
def query(request: HttpRequest) -> HttpResponse:
    return _search(request)


@inside
def search(request: HttpRequest) -> HttpResponse:
    """Searches menus and what stands behind them, not cases."""
    wanted = request.GET.get("q", "").strip()[:100]
    found = find_entries(wanted, [*menu_items(request), *nextgen_entries(request)])
    return nextgen_page(request, "cmecf/nextgen_find.html", {"wanted": wanted, "found": found})


@login_not_required
def help(request: HttpRequest, court: str) -> HttpResponse:
    return nextgen_page(request, "cmecf/nextgen_help.html")


def _start_link(request: HttpRequest) -> dict[str, str]:
    return link_to("Go to the start page", "ecf:menu", request)
