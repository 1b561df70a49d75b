"""The notices between a login and the page the user asked for."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache

from cso.sign_on.client_code import change_client_code, client_code_fault
from cso.sign_on.forms import ClientCodeForm
from cso.sign_on.notices import Notice, notices_of
from cso.sign_on.redirects import page_wanted
from pacer_accounts.http import PacerRequest
from rehearsals.help.desks import card_of
from rehearsals.web.addresses import page_url
from rehearsals.web.http import get_or_post


def notices_for(request: PacerRequest) -> list[Notice]:
    """The notices for the account signed on in this browser."""
    account = request.session.account
    fault = client_code_fault(request.session)
    return notices_of(account.holder_kind, account.case_search_status, fault)


def notices_first(request: PacerRequest, destination: str) -> str:
    """`destination`, or the notice page that leads there if there are notices."""
    if not notices_for(request):
        return destination
    return reverse("cso:notice") + "?" + urlencode({"appurl": destination})


def submit_client_code(request: PacerRequest, form: ClientCodeForm) -> bool:
    """Change the client code as typed in a bound `form`; False, with errors on the form, if refused."""
    if not form.is_valid():
        return False
    fault = change_client_code(
        session=request.session, code=form.cleaned_data["client_code"], at=request.at
    )
    if fault:
        form.add_fault(fault)
        return False
    messages.success(request, form.confirmation)
    return True


@never_cache
@get_or_post
def notice(request: PacerRequest) -> HttpResponse:
    """Show the notices once, after a login; without notices, redirect to the page wanted."""
    wanted = page_wanted(request) or page_url("nextgen_courts")
    form = ClientCodeForm(
        request.POST if request.method == "POST" else None, account=request.session.account
    )
    if form.is_bound and submit_client_code(request, form):
        return redirect(notices_first(request, wanted))
    notices = notices_for(request)
    if not notices:
        return redirect(wanted)
    return render(request, "cso/notice.html", _context(request, notices, form, wanted))


def _context(
    request: PacerRequest, notices: list[Notice], form: ClientCodeForm, wanted: str
) -> dict[str, Any]:
    desks = list(dict.fromkeys(card_of(request, notice.desk) for notice in notices))
    return {"notices": notices, "form": form, "wanted": wanted, "desks": desks}
