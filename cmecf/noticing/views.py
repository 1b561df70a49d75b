from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters

from cmecf.courts.http import FilerRequest
from cmecf.courts.pages import court_page
from cmecf.legacy.access import filer_in_any_phase
from cmecf.noticing.forms import NoticingForm
from cmecf.noticing.services import change_noticing
from rehearsals.web.http import get_or_post


@get_or_post
@sensitive_post_parameters("key")
@filer_in_any_phase
def noticing(request: FilerRequest, court: str) -> HttpResponse:
    """ "Maintain Your E-mail" after go-live: the primary address is kept at PACER, the rest here.

    Before the outage it is the second page of "Maintain Your E-mail".
    """
    account = request.cmecf_account
    is_sent = request.method == "POST" and "email_frequency" in request.POST  # not a login form
    form = NoticingForm(account, request.POST if is_sent else None)
    if form.is_bound and form.is_valid():
        if change_noticing(account=account, values=form.values, at=request.at):
            messages.success(request, "Your settings for notices are saved.")
        else:
            messages.info(request, "Nothing changed.")
        return redirect("ecf:noticing", court=court)
    return court_page(request, "cmecf/noticing.html", {"form": form})
