""" "ECF Password Changes": request a reset, and set a new password by the mailed link."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from cmecf.courts.phases import CourtPhase
from cmecf.legacy import services
from cmecf.legacy.forms import LostPasswordForm, NewPasswordForm
from cmecf.legacy.pages import court_page
from cmecf.legacy.refusals import CmecfRefusal
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused

form_page = require_http_methods(["GET", "HEAD", "POST"])

# What lostPassword.pl?… shows after a redirect, so that reloading the page sends nothing again.
_AFTERWARDS = {"requested": "cmecf/reset_requested.html", "done": "cmecf/reset_done.html"}


def _is_for_linking(request: HttpRequest) -> bool:
    """After go-live a CM/ECF password serves the link form alone."""
    return request.court_phase is CourtPhase.NEXTGEN


@login_not_required
@never_cache
@form_page
@sensitive_post_parameters("login")
def lost_password(request: HttpRequest, court: str) -> HttpResponse:
    """The answer is the same whether the login exists or not (seed, Step 3)."""
    if page := _AFTERWARDS.get(next(iter(request.GET), "")):
        return court_page(request, page, {"is_for_linking": _is_for_linking(request)})
    form = LostPasswordForm(request.POST if request.method == "POST" else None)
    reason = None
    if form.is_bound and form.is_valid():
        reason = _request(request, form.cleaned_data["login"])
        if reason is None:
            return redirect(f"{request.path}?requested")
        form.refuse(reason)
    context = {
        "form": form,
        "refusal": reason,
        "is_for_linking": _is_for_linking(request),
    }
    return court_page(request, "cmecf/lost_password.html", context)


def _request(request: HttpRequest, login: str) -> CmecfRefusal | None:
    try:
        services.request_reset(
            rehearsal=request.rehearsal,
            court=request.court,
            login=login,
            at=clock.now(),
            at_wall=clock.wall_now(),
        )
    except Refused as no:
        return no.reason
    return None


@login_not_required
@never_cache
@form_page
@sensitive_post_parameters()
def reset_password(request: HttpRequest, court: str, token: str) -> HttpResponse:
    """The page behind the mailed link. It signs nobody in; opening it uses nothing up."""
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    try:
        done = _reset(request, token, form)
    except Refused as no:
        context = {"refusal": no.reason}
        return court_page(request, "cmecf/reset_link_dead.html", context, status=410)
    if done:
        return redirect(reverse("ecf:lost_password", args=[court]) + "?done")
    context = {"form": form, "is_for_linking": _is_for_linking(request)}
    return court_page(request, "cmecf/reset_password.html", context)


@sensitive_variables()
def _reset(request: HttpRequest, token: str, form: NewPasswordForm) -> bool:
    where = {
        "rehearsal": request.rehearsal,
        "court": request.court,
        "token": token,
        "at_wall": clock.wall_now(),
    }
    if not (form.is_bound and form.is_valid()):
        services.find_reset_link(**where)
        return False
    services.reset_password(**where, new=form.cleaned_data["new"])
    return True
