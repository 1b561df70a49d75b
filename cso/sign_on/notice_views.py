"""The page between a login and the page wanted: what the account cannot do today."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cso.sign_on import client_code
from cso.sign_on.forms import ClientCodeForm
from cso.sign_on.notices import Notice, notices_of
from cso.sign_on.redirects import page_wanted
from rehearsals.help.desks import card_of


def notices_for(request: HttpRequest) -> list[Notice]:
    """For whoever is signed on in this browser, as her account stands now."""
    account = request.session.pacer_account
    fault = client_code.fault_of(request.session)
    return notices_of(account.holder_kind, account.case_search_status, fault)


def by_way_of_notices(request: HttpRequest, destination: str) -> str:
    """`destination`, or the notices with `destination` behind their button."""
    if not notices_for(request):
        return destination
    return reverse("cso:notice") + "?" + urlencode({"appurl": destination})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def notice(request: HttpRequest) -> HttpResponse:
    """Shown once, by the login that leads here; nothing to tell leads on at once."""
    wanted = page_wanted(request) or reverse("chooser:courts")
    form = ClientCodeForm(
        request.POST if request.method == "POST" else None, session=request.session
    )
    if form.is_bound and form.is_valid():
        messages.success(request, form.done)
        return redirect(by_way_of_notices(request, wanted))
    found = notices_for(request)
    if not found:
        return redirect(wanted)
    return render(request, "cso/notice.html", _context(request, found, form, wanted))


def _context(
    request: HttpRequest, found: list[Notice], form: ClientCodeForm, wanted: str
) -> dict[str, Any]:
    desks = list(dict.fromkeys(card_of(request, told.desk) for told in found))
    return {"notices": found, "form": form, "wanted": wanted, "desks": desks}
