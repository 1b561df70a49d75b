"""Access checks of the legacy CM/ECF, which has its own login beside Central Sign-On."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from cmecf.courts import access
from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import link_to, refusal_page
from cmecf.courts.phases import CourtPhase
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.sign_in_page import sign_in_page
from cmecf.nextgen.redaction import redirect_to_notice
from cso.sign_on.redirects import sign_on_url

View = Callable[..., HttpResponse]
NOT_WITH_THIS_LOGIN = "You can't use this page with this login"


def refuse(
    request: CourtRequest,
    reason: CmecfRefusal,
    *,
    heading: str = NOT_WITH_THIS_LOGIN,
) -> HttpResponse:
    """The refusal as a page of this court, with links to continue."""
    back = link_to("Go to the start page", "ecf:entry", request)
    account = {"label": "Manage My Account", "url": reverse("account:landing")}
    links = [account] if reason is CmecfRefusal.KEPT_AT_PACER else []
    return refusal_page(request, reason, heading=heading, links=links, back=back)


def signed_in(view: View) -> View:
    """For filer logins and PACER logins. Others get the login page at the same URL first."""

    @login_not_required
    @never_cache
    @wraps(view)
    def check(request: CourtRequest, **kwargs: str) -> HttpResponse:
        if access.signed_in_account(request) is None:
            return sign_in_page(request, wanted=request.get_full_path())
        return view(request, **kwargs)

    return check


def filer_only(view: View) -> View:
    """As `signed_in`, but only with a filer login. After go-live these pages are at PACER."""

    @signed_in
    @wraps(view)
    def check_filer(request: CourtRequest, **kwargs: str) -> HttpResponse:
        if request.cmecf_account is None:
            return refuse(request, CmecfRefusal.NOT_A_FILER)
        return view(request, **kwargs)

    @login_not_required
    @wraps(view)
    def check_phase(request: CourtRequest, **kwargs: str) -> HttpResponse:
        if request.court_phase is CourtPhase.NEXTGEN:
            return refuse(request, CmecfRefusal.KEPT_AT_PACER, heading="This moved to PACER")
        return check_filer(request, **kwargs)

    return check_phase


def filer_in_any_phase(view: View) -> View:
    """For a filer login before the outage, and a linked PACER account after go-live."""
    legacy = signed_in(view)

    @login_not_required
    @wraps(view)
    def check(request: CourtRequest, **kwargs: str) -> HttpResponse:
        is_nextgen = request.court_phase is CourtPhase.NEXTGEN
        if is_nextgen and request.pacer_account is None:
            return redirect(sign_on_url(request))
        if is_nextgen and (notice := redirect_to_notice(request)):
            return notice
        if request.cmecf_account is None and (is_nextgen or request.legacy_pacer_account):
            reason = CmecfRefusal.NO_FILER_HERE if is_nextgen else CmecfRefusal.NOT_A_FILER
            lost = "Nothing was saved. " if request.method == "POST" else ""
            return refuse(request, reason, heading=f"{lost}{NOT_WITH_THIS_LOGIN}")
        return view(request, **kwargs) if is_nextgen else legacy(request, **kwargs)

    return check
