""" "Change Client Code": the code to which the searches of this login are billed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cmecf.nextgen.pages import nextgen_page
from cmecf.nextgen.views import inside
from cso.sign_on.client_code import client_code_fault
from cso.sign_on.forms import ClientCodeForm
from cso.sign_on.notice_views import submit_client_code
from cso.sign_on.redirects import page_wanted


@require_http_methods(["GET", "HEAD", "POST"])
@inside
def client_code(request: HttpRequest) -> HttpResponse:
    """Checked by the account's own rule; what was typed wrongly is not kept and not shown again."""
    wanted = page_wanted(request) or reverse("ecf:client_code", args=[request.court.code])
    form = ClientCodeForm(
        request.POST if request.method == "POST" else None, account=request.session.pacer_account
    )
    if form.is_bound and submit_client_code(request, form):
        return redirect(wanted)
    context = {"form": form, "fault": client_code_fault(request.session)}
    return nextgen_page(request, "cmecf/nextgen_client_code.html", context)
