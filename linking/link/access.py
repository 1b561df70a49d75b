from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache

from cmecf.courts.http import CourtRequest, SignedOnCourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.phases import CourtPhase
from cmecf.nextgen.redaction import redirect_to_notice
from cso.sign_on.redirects import sign_on_url
from linking.link.refusals import LinkRefusal
from rehearsals.web.http import get_or_post


def after_go_live(
    view: Callable[[SignedOnCourtRequest], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Before go-live, show everyone when linking opens. After it, require a PACER sign-on.

    During the outage, the court's middleware answers first.
    """

    @login_not_required
    @never_cache
    @get_or_post
    @wraps(view)
    def page(request: CourtRequest, court: str) -> HttpResponse:
        if request.court_phase is CourtPhase.LEGACY:
            return court_page(
                request, "linking/not_yet.html", {"refusal": LinkRefusal.NOT_YET}, status=409
            )
        if request.pacer_account is None:
            return redirect(sign_on_url(request))
        return redirect_to_notice(request) or view(cast(SignedOnCourtRequest, request))

    return page
