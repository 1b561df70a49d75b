"""The link flow's own guard, and how its refusals are drawn."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cmecf.courts.phases import CourtPhase
from cmecf.nextgen.pages import LINK_LABEL, Link, link_to, nextgen_page, refusal_page
from cmecf.nextgen.redaction import notice_first
from cso.sign_on.redirects import sign_on_url
from linking.link.refusals import LinkRefusal
from rehearsals.help.refusals import Refusal

View = Callable[..., HttpResponse]


def after_go_live(view: View) -> View:
    """Before go-live the page says when it opens, to everybody; after it, PACER's sign-on is asked.

    In the outage the court's door answers before any page is reached.
    """

    @login_not_required
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def page(request: HttpRequest, court: str) -> HttpResponse:
        if request.court_phase is CourtPhase.LEGACY:
            return nextgen_page(
                request, "linking/not_yet.html", {"refusal": LinkRefusal.NOT_YET}, status=409
            )
        if request.pacer_account is None:
            return redirect(sign_on_url(request))
        return notice_first(request) or view(request)

    return page


def not_linked(request: HttpRequest, reason: Refusal) -> HttpResponse:
    """A link that is refused: what happened, what to do, the desk to call, and the way out as button."""
    utilities = link_to("Back to Utilities", "ecf:menu", request, "?Utilities")
    way, *others = [*_ways_out(request, reason), utilities]
    return refusal_page(request, reason, heading=LINK_LABEL, links=others, back=way, status=409)


def _ways_out(request: HttpRequest, reason: Refusal) -> list[Link]:
    log_out = link_to("Log Out", "ecf:login", request, "?logout")
    ways: dict[Refusal, list[Link]] = {
        LinkRefusal.LEGACY_ACCOUNT: [_upgrade(request), log_out],
        LinkRefusal.BILLING_ACCOUNT: [log_out],
        LinkRefusal.SHARED_ACCOUNT: [_register(), log_out],
        LinkRefusal.ALREADY_LINKED_HERE: [link_to("See your link", "link:done", request)],
        LinkRefusal.LOGIN_LINKED: [log_out],
        LinkRefusal.MUST_RESET: [link_to("ECF Password Changes", "ecf:lost_password", request)],
    }
    return ways.get(reason, [])


def _upgrade(request: HttpRequest) -> Link:
    """Upgrade happens at PACER; `next` brings her back to this page."""
    query = "?" + urlencode({"next": reverse("link:form", args=[request.court.code])})
    return {"label": "Upgrade your PACER account", "url": reverse("account:upgrade") + query}


def _register() -> Link:
    return {"label": "Register your own PACER account", "url": reverse("pacer:register")}
