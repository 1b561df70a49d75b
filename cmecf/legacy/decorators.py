"""Guards of the legacy CM/ECF. Central Sign-On does not know these pages: they look after themselves."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from cmecf.courts import access
from cmecf.courts.phases import CourtPhase
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.sign_in_page import sign_in_page
from cmecf.nextgen.pages import link_to, refusal_page
from cmecf.nextgen.redaction import notice_first
from cso.sign_on.redirects import sign_on_url

View = Callable[..., HttpResponse]


def refuse(
    request: HttpRequest, reason: CmecfRefusal, *, heading: str = "Not with this login"
) -> HttpResponse:
    """The refusal as a page of this court, with a way on."""
    back = link_to("Go to the start page", "ecf:entry", request)
    mine = {"label": "Manage My Account", "url": reverse("account:landing")}
    links = [mine] if reason is CmecfRefusal.KEPT_AT_PACER else []
    return refusal_page(request, reason, heading=heading, links=links, back=back)


def signed_in(view: View) -> View:
    """For filers and PACER logins; others get the login page at this very address, then the page."""

    @login_not_required
    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: str) -> HttpResponse:
        if access.holder(request) is None:
            return sign_in_page(request, wanted=request.get_full_path())
        return view(request, **kwargs)

    return guarded


def filer_only(view: View) -> View:
    """As `signed_in`, and only with a filer login. In NextGen these things are kept at PACER."""

    @signed_in
    @wraps(view)
    def filer(request: HttpRequest, **kwargs: str) -> HttpResponse:
        if request.cmecf_account is None:
            return refuse(request, CmecfRefusal.NOT_A_FILER)
        return view(request, **kwargs)

    @login_not_required
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: str) -> HttpResponse:
        if request.court_phase is CourtPhase.NEXTGEN:
            return refuse(request, CmecfRefusal.KEPT_AT_PACER, heading="Kept at PACER now")
        return filer(request, **kwargs)

    return guarded


def filer_in_any_phase(view: View) -> View:
    """A filer login before the outage, a linked PACER account after go-live."""
    legacy = signed_in(view)

    @login_not_required
    @wraps(view)
    def guarded(request: HttpRequest, **kwargs: str) -> HttpResponse:
        is_nextgen = request.court_phase is CourtPhase.NEXTGEN
        if is_nextgen and request.pacer_account is None:
            return redirect(sign_on_url(request))
        if is_nextgen and (notice := notice_first(request)):
            return notice
        if request.cmecf_account is None and (is_nextgen or request.legacy_pacer_account):
            reason = CmecfRefusal.NO_FILER_HERE if is_nextgen else CmecfRefusal.NOT_A_FILER
            return refuse(request, reason)
        return view(request, **kwargs) if is_nextgen else legacy(request, **kwargs)

    return guarded
