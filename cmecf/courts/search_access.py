"""Who may search cases and read documents in a court, and which PACER account pays for it.

Before the outage a filer logs in with PACER too, because a CM/ECF login isn't billed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from cmecf.courts import access
from cmecf.courts.http import CourtRequest
from cmecf.courts.menus import CLIENT_CODE_LABEL
from cmecf.courts.pages import Link, link_to, refusal_page
from cmecf.courts.phases import CourtPhase
from cmecf.legacy.sign_in_page import sign_in_page
from cmecf.models import CmecfAccount
from cmecf.nextgen.redaction import redirect_to_notice
from cmecf.nextgen.refusals import NextgenRefusal
from cso.sign_on.client_code import client_code_fault
from cso.sign_on.redirects import sign_on_url
from cso.sign_on.sessions import CLIENT_CODE
from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.models import PacerAccount

View = Callable[..., HttpResponse]

_STATUS_REFUSALS: dict[str, NextgenRefusal] = {
    CaseSearchStatus.INACTIVE: NextgenRefusal.SEARCH_INACTIVE,
    CaseSearchStatus.NOT_ACTIVATED: NextgenRefusal.SEARCH_NOT_ACTIVATED,
}


@dataclass(frozen=True)
class Searcher:
    """Who reads in a court: the PACER account, its client code, and the filer of this browser if any.

    `is_exempt`: the user switched the account's fee exemption on.
    """

    account: PacerAccount
    client_code: str
    filer: CmecfAccount | None
    is_exempt: bool = False


def searcher_of(request: CourtRequest) -> Searcher | None:
    """Who reads in this request, in either phase; None without a PACER login."""
    if request.court_phase is CourtPhase.NEXTGEN:
        account, code = request.pacer_account, request.session.get(CLIENT_CODE, "")
    else:
        account, code = request.legacy_pacer_account, access.client_code(request)
    if account is None:
        return None
    is_exempt = account.is_cja and access.is_fee_exempt(request)
    return Searcher(account, code, request.cmecf_account, is_exempt)


def for_case_search(heading: str) -> Callable[[View], View]:
    """For pages that search cases or show documents. `heading`: the page's name, for a refusal.

    The PACER account's search status and client code decide, not the link. The view is called without
    the court's code.
    """

    def decorate(view: View) -> View:
        @login_not_required
        @never_cache
        @sensitive_post_parameters("key")
        @wraps(view)
        def check(request: CourtRequest, court: str, **kwargs: str) -> HttpResponse:
            return login_page(request) or refuse_search(request, heading) or view(request, **kwargs)

        return check

    return decorate


def for_pacer_login(heading: str) -> Callable[[View], View]:
    """For pages about the PACER account that is logged in, in either phase. `heading`: as above.

    Neither the search status nor the client code matters. The view is called without the court's code.
    """

    def decorate(view: View) -> View:
        @login_not_required
        @never_cache
        @sensitive_post_parameters("key")
        @wraps(view)
        def check(request: CourtRequest, court: str, **kwargs: str) -> HttpResponse:
            refusal = login_page(request) or _refuse_billing_account(request, heading)
            return refusal or view(request, **kwargs)

        return check

    return decorate


def login_page(request: CourtRequest, why: str = "") -> HttpResponse | None:
    """What a browser without a PACER login gets first: a login page, or the redaction notice.

    `why`: a sentence about why a login is needed, which the login page shows.
    """
    if request.court_phase is CourtPhase.NEXTGEN:
        if request.pacer_account is None:
            return redirect(sign_on_url(request, why))
        return redirect_to_notice(request)
    if request.legacy_pacer_account is None:
        return sign_in_page(request, wanted=request.get_full_path(), pays=True, why=why)
    return None


def refuse_search(request: CourtRequest, heading: str) -> HttpResponse | None:
    """Why the logged-in PACER account may not search here, as a page; None if it may."""
    searcher = searcher_of(request)
    if searcher is None:
        return login_page(request)
    if refused := _refuse_billing_account(request, heading):
        return refused
    if refusal := _STATUS_REFUSALS.get(searcher.account.case_search_status):
        return refusal_page(request, refusal, heading=heading, back=_start_link(request))
    return _ask_for_code(request, heading) if _has_code_fault(request) else None


def why_not_search(account: PacerAccount) -> NextgenRefusal | None:
    """Why the account may not search cases in any court; None if it may. Client codes are apart."""
    if account.holder_kind == HolderKind.PAA:
        return NextgenRefusal.BILLING_ONLY
    return _STATUS_REFUSALS.get(account.case_search_status)


def _refuse_billing_account(request: CourtRequest, heading: str) -> HttpResponse | None:
    searcher = searcher_of(request)
    if searcher is None or searcher.account.holder_kind != HolderKind.PAA:
        return None
    reason, back = NextgenRefusal.BILLING_ONLY, _start_link(request)
    return refusal_page(request, reason, heading=heading, back=back)


def _start_link(request: CourtRequest) -> Link:
    name = "ecf:menu" if request.court_phase is CourtPhase.NEXTGEN else "ecf:entry"
    return link_to("Go to the start page", name, request)


def _has_code_fault(request: CourtRequest) -> bool:
    if request.court_phase is CourtPhase.NEXTGEN:
        return client_code_fault(request.session) is not None
    return access.code_fault(request) is not None


def _ask_for_code(request: CourtRequest, heading: str) -> HttpResponse:
    """After go-live, the page for the client code returns to this search."""
    if request.court_phase is not CourtPhase.NEXTGEN:
        back = link_to("Logout", "ecf:login", request, "?logout")
        return refusal_page(request, NextgenRefusal.LEGACY_CLIENT_CODE, heading=heading, back=back)
    query = "?" + urlencode({"next": request.get_full_path()})
    code_page = link_to(CLIENT_CODE_LABEL, "ecf:client_code", request, query)
    return refusal_page(request, NextgenRefusal.CLIENT_CODE, heading=heading, back=code_page)
