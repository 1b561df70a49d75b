"""The redaction notice: every filer confirms it once in each PACER sign-on, before using CM/ECF.

Central Sign-On shows it in real life. Here it doesn't know who files; the courts do. An attorney who
links is a filer from the next sign-on on.
"""

from typing import TypedDict
from urllib.parse import urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from cmecf.courts.http import CourtRequest, SignedOnCourtRequest
from cmecf.courts.pages import court_page
from cmecf.legacy.refusals import CmecfRefusal
from cso.sign_on.redirects import page_wanted
from rehearsals.activity.services import record_activity
from rehearsals.web.http import get_or_post

SESSION_KEY = "redaction_notice"  # NoticeState


class NoticeState(TypedDict):
    sign_on: str  # when the sign-on began, ISO 8601
    is_due: bool


class RedactionForm(forms.Form):
    redaction = forms.BooleanField(
        label="I understand that, if I file, I must comply with the redaction requirements.",
        error_messages={"required": CmecfRefusal.REDACTION_NOT_CONFIRMED.sentence},
        widget=forms.CheckboxInput(attrs={"data-nostar": True}),
    )


def is_due(request: CourtRequest) -> bool:
    """Whether this sign-on belongs to a filer, at any court, who has not confirmed the notice yet."""
    state: NoticeState | None = request.session.get(SESSION_KEY)
    if state is None or state["sign_on"] != _sign_on(request):
        accounts = request.rehearsal.cmecf_accounts.filter(
            pacer_account=request.pacer_account, is_active=True
        )
        state = _remember(request, is_due=accounts.exists())
    return state["is_due"]


def redirect_to_notice(request: CourtRequest) -> HttpResponse | None:
    """A redirect to the notice, which returns to this page; None when the notice is not due."""
    if not is_due(request):
        return None
    wanted = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    notice = reverse("ecf:redaction", args=[request.court.code])
    return redirect(f"{notice}?{urlencode({'next': wanted})}")


@never_cache
@get_or_post
def redaction(request: SignedOnCourtRequest, court: str) -> HttpResponse:
    wanted = page_wanted(request) or reverse("ecf:menu", args=[court])
    if not is_due(request):
        return redirect(wanted)
    form = RedactionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        _remember(request, is_due=False)
        record_activity(
            request.rehearsal,
            "cmecf.redaction_confirmed",
            at=request.at,
            who=request.pacer_account.log_name,
            detail=court,
        )
        return redirect(wanted)
    return court_page(request, "cmecf/nextgen_redaction.html", {"form": form})


def _remember(request: CourtRequest, *, is_due: bool) -> NoticeState:
    state = NoticeState(sign_on=_sign_on(request), is_due=is_due)
    request.session[SESSION_KEY] = state
    return state


def _sign_on(request: CourtRequest) -> str:
    signed_on_at: str = request.session.signed_on_at.isoformat()
    return signed_on_at
