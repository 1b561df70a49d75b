"""The legacy login page, at its own URL and in place of a page that needs a login."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from cmecf.courts import access
from cmecf.courts.http import CourtRequest
from cmecf.courts.pages import court_page
from cmecf.legacy import services
from cmecf.legacy.authentication import Attempt
from cmecf.legacy.forms import LegacyLoginForm, PacerLoginForm
from rehearsals.help.refusals import Refusal, Refused
from rehearsals.security import limit_counts
from rehearsals.security.limits import SIGN_IN


def sign_in_page(
    request: CourtRequest, *, wanted: str, pays: bool = False, why: str = ""
) -> HttpResponse:
    """Show the login form, or sign in and redirect to `wanted`, a path inside the rehearsal.

    A POST without the login form's fields was meant for a page whose sign-in has ended. `pays`: the page
    is billed to a PACER account, so a filer who is logged in logs in with PACER too.
    `why`: a sentence about why a login is needed, shown at the top.
    """
    is_login = request.method == "POST" and "key" in request.POST
    is_second = pays and request.cmecf_account is not None
    form_class = PacerLoginForm if is_second else LegacyLoginForm
    form = form_class(request.POST if is_login else None)
    refusal = _sign_in(request, form, is_second) if form.is_bound and form.is_valid() else None
    if form.is_bound and form.is_valid():
        return redirect(wanted)
    context = {
        "form": form,
        "account": access.signed_in_account(request),
        "refusal": refusal,
        "why": why,
        "was_sending": request.method == "POST" and not is_login,
    }
    template = "cmecf/pacer_login.html" if is_second else "cmecf/login.html"
    return court_page(request, template, context)


@sensitive_variables()
def _sign_in(request: CourtRequest, form: LegacyLoginForm, is_second: bool) -> Refusal | None:
    """Sign in with a valid form. A refusal is added to the form and returned.

    `is_second`: a filer stays logged in, and adds the PACER account that pays.
    """
    data = form.cleaned_data
    attempt = Attempt(
        request.court, data["login"], data["key"], at=request.at, at_wall=request.wall_at
    )
    try:
        with limit_counts.attempt(request, SIGN_IN, name=attempt.login) as this_attempt:
            account = services.sign_in(
                attempt, redaction_confirmed=data.get("redaction", False), must_pay=is_second
            )
            this_attempt.succeeded()
    except Refused as refused:
        form.refuse(refused.reason)
        return refused.reason
    access.sign_in(request, account, data["clcode"], pays=is_second)
    return None
