""" "ECF Password Changes": request a reset, and set a new password with the e-mailed link."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.courts.phases import CourtPhase
from cmecf.legacy import services
from cmecf.legacy.forms import LostPasswordForm, NewPasswordForm
from rehearsals.help.refusals import Refusal, Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import RECOVERY
from rehearsals.security.one_time_links import forget_opened, keep_opened, opened_token
from rehearsals.web.http import get_or_post

# What lostPassword.pl?requested and ?done show after a redirect, so that a reload sends nothing again.
_AFTER_REDIRECT = {"requested": "cmecf/reset_requested.html", "done": "cmecf/reset_done.html"}


@login_not_required
@never_cache
@get_or_post
@sensitive_post_parameters("login")
def lost_password(request: CourtRequest, court: str) -> HttpResponse:
    """The answer is the same whether the login exists or not (seed, Step 3)."""
    if template := _AFTER_REDIRECT.get(next(iter(request.GET), "")):
        return _page(request, template)
    form = LostPasswordForm(request.POST if request.method == "POST" else None)
    refusal = None
    if form.is_bound and form.is_valid():
        refusal = _request_reset(request, form.cleaned_data["login"])
        if refusal is None:
            return redirect(f"{request.path}?requested")
        form.refuse(refusal)
    return _page(request, "cmecf/lost_password.html", {"form": form, "refusal": refusal})


def _page(
    request: CourtRequest, template: str, context: dict[str, Any] | None = None
) -> HttpResponse:
    """After go-live a CM/ECF password works only in the link form; the pages say so."""
    is_for_linking = request.court_phase is CourtPhase.NEXTGEN
    return court_page(request, template, {"is_for_linking": is_for_linking, **(context or {})})


def _request_reset(request: CourtRequest, login: str) -> Refusal | None:
    try:
        with attempt(request, RECOVERY, name=login):
            services.request_reset(
                court=request.court, login=login, at=request.at, at_wall=request.wall_at
            )
    except Refused as refused:
        return refused.reason
    return None


@login_not_required
@never_cache
@get_or_post
@sensitive_post_parameters()
def reset_password(request: CourtRequest, court: str, token: str) -> HttpResponse:
    """The page behind the e-mailed link. Opening it doesn't use up the link or sign anyone in.

    `token`: that of the link, or the handle that replaced it in the URL.
    """
    opened = opened_token(request.session, token)
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    try:
        is_done = _reset(request, opened or token, form)
    except Refused as refused:
        context = {"refusal": refused.reason}
        return court_page(request, "cmecf/reset_link_ended.html", context, status=410)
    if is_done:
        forget_opened(request.session, token)
        return redirect(reverse("ecf:lost_password", args=[court]) + "?done")
    if opened is None and request.method != "POST":
        return redirect("ecf:reset_password", court, keep_opened(request.session, token))
    return _page(request, "cmecf/reset_password.html", {"form": form})


@sensitive_variables()
def _reset(request: CourtRequest, token: str, form: NewPasswordForm) -> bool:
    """Set the new password of a valid form; otherwise only check the link. Raises Refused."""
    court, at_wall = request.court, request.wall_at
    if not (form.is_bound and form.is_valid()):
        services.find_reset_link(court=court, token=token, at_wall=at_wall)
        return False
    new = form.cleaned_data["new"]
    services.reset_password(court=court, token=token, new=new, at=request.at, at_wall=at_wall)
    return True
