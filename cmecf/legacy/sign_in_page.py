"""The legacy login page, which stands at its own address and in place of any page that needs it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_variables

from cmecf.courts import access
from cmecf.legacy import services
from cmecf.legacy.forms import LegacyLoginForm
from cmecf.legacy.pages import court_page
from cmecf.legacy.refusals import CmecfRefusal
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused


def sign_in_page(request: HttpRequest, *, wanted: str) -> HttpResponse:
    """Show the form, or take it and lead on to `wanted`, a path of this mount.

    A POST without the form's own fields was meant for a page whose sign-in has ended.
    """
    is_ours = request.method == "POST" and "key" in request.POST
    form = LegacyLoginForm(request.POST if is_ours else None)
    reason = _try(request, form) if form.is_bound and form.is_valid() else None
    if form.is_bound and form.is_valid():
        return redirect(wanted)
    context = {
        "form": form,
        "holder": access.holder(request),
        "refusal": reason,
        "was_sending": request.method == "POST" and not is_ours,
    }
    return court_page(request, "cmecf/login.html", context)


@sensitive_variables()
def _try(request: HttpRequest, form: LegacyLoginForm) -> CmecfRefusal | None:
    """Sign in with the form's values; on a refusal write it on the form and give it back."""
    typed = form.cleaned_data
    try:
        holder = services.sign_in_legacy(
            rehearsal=request.rehearsal,
            court=request.court,
            login=typed["login"],
            password=typed["key"],
            redaction_confirmed=typed["redaction"],
            at=clock.now(),
            at_wall=clock.wall_now(),
        )
    except Refused as no:
        form.refuse(no.reason)
        return no.reason
    access.let_in(request, holder, typed["clcode"])
    return None
