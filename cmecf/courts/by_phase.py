from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from cmecf.courts.http import CourtRequest
from cmecf.courts.phases import CourtPhase
from cso.sign_on.redirects import sign_on_url

View = Callable[..., HttpResponse]


def by_phase(legacy: View | None, nextgen: View) -> View:
    """A view that calls `legacy` before the outage and `nextgen` after go-live.

    The legacy view checks access itself; a NextGen view without `login_not_required` needs a
    sign-on. CourtMiddleware answers during the outage. Without a legacy view the URL does not exist
    before go-live: 404.
    """

    @login_not_required
    @wraps(legacy or by_phase)
    def view(request: CourtRequest, **kwargs: str) -> HttpResponse:
        if request.court_phase is CourtPhase.LEGACY:
            if legacy is None:
                raise Http404
            return legacy(request, **kwargs)
        if getattr(nextgen, "login_required", True) and request.pacer_account is None:
            return redirect(sign_on_url(request))
        return nextgen(request, **kwargs)

    return view
