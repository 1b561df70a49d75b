"""The redaction notice: every filer confirms it once in each sign-on, before anything else in CM/ECF.

Central Sign-On shows it in real life; it does not know here who files, the courts do. Whoever links
is a filer from her next sign-on on: the one in which she linked goes on without it.
"""

from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cmecf.legacy.refusals import CmecfRefusal
from cmecf.nextgen.pages import nextgen_page
from cso.sign_on.redirects import page_wanted
from rehearsals.activity.services import record_activity

SESSION_KEY = "redaction_notice"  # {"sign_on": when it began, "is_due": …}


class RedactionForm(forms.Form):
    redaction = forms.BooleanField(
        label="I understand that, if I file, I must comply with the redaction requirements.",
        error_messages={"required": CmecfRefusal.REDACTION.sentence},
        widget=forms.CheckboxInput(attrs={"data-nostar": True}),
    )


def is_due(request: HttpRequest) -> bool:
    """Whether this sign-on is a filer's, at any court, and has not confirmed yet."""
    noted = request.session.get(SESSION_KEY)
    if noted is None or noted["sign_on"] != _sign_on(request):
        filer = request.rehearsal.cmecf_accounts.filter(
            pacer_account=request.pacer_account, is_active=True
        )
        noted = _note(request, is_due=filer.exists())
    return noted["is_due"]


def notice_first(request: HttpRequest) -> HttpResponse | None:
    """The way to the notice, which leads back here; None when it is not due."""
    if not is_due(request):
        return None
    wanted = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    notice = reverse("ecf:redaction", args=[request.court.code])
    return redirect(f"{notice}?{urlencode({'next': wanted})}")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def redaction(request: HttpRequest, court: str) -> HttpResponse:
    wanted = page_wanted(request) or reverse("ecf:menu", args=[court])
    if not is_due(request):
        return redirect(wanted)
    form = RedactionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        _note(request, is_due=False)
        who = request.pacer_account.log_name
        record_activity(request.rehearsal, "cmecf.redaction_confirmed", who=who, detail=court)
        return redirect(wanted)
    return nextgen_page(request, "cmecf/nextgen_redaction.html", {"form": form})


def _note(request: HttpRequest, *, is_due: bool) -> dict[str, object]:
    noted = {"sign_on": _sign_on(request), "is_due": is_due}
    request.session[SESSION_KEY] = noted
    return noted


def _sign_on(request: HttpRequest) -> str:
    return request.session.signed_on_at.isoformat()
