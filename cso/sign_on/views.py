"""The login and logout pages of Central Sign-On and of Manage My Account."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cso.recovery.views import CSO, PSC
from cso.sign_on import completion, services
from cso.sign_on.forms import AccountSignOnForm, SignOnForm
from cso.sign_on.redirects import page_wanted
from pacer_accounts.models import PacerAccount
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD, Refused

page_or_form = require_http_methods(["GET", "HEAD", "POST"])


@login_not_required
@never_cache
@page_or_form
@sensitive_post_parameters()
def login(request: HttpRequest) -> HttpResponse:
    """PACER Login: one sign-on for all NextGen courts, and back to the page that asked for it."""
    return _login(request, SignOnForm, "cso/login.html", "PACER Login", reverse("chooser:courts"))


@login_not_required
@never_cache
@page_or_form
@sensitive_post_parameters()
def account_login(request: HttpRequest) -> HttpResponse:
    """Manage My Account's own login page, onto the same sign-on."""
    landing = reverse("account:landing")
    return _login(
        request, AccountSignOnForm, "psc/login.html", completion.MANAGE_MY_ACCOUNT, landing
    )


def _login(
    request: HttpRequest,
    form_class: type[AccountSignOnForm],
    template: str,
    site: str,
    landing: str,
) -> HttpResponse:
    wanted = page_wanted(request)
    if request.method != "POST":
        if request.pacer_account:
            return redirect(wanted or landing)
        return _login_page(request, template, form_class(), wanted)
    form = form_class(request.POST)
    account = _prove(request, form)
    if account is None:
        return _login_page(request, template, form, wanted)
    return completion.proven(
        request,
        account,
        client_code=form.cleaned_data.get("client_code", ""),
        site=site,
        destination=wanted or landing,
    )


def _prove(request: HttpRequest, form: AccountSignOnForm) -> PacerAccount | None:
    if not form.is_valid():
        return None
    typed = {name: form.cleaned_data[name] for name in ("username", "password")}
    try:
        return services.prove(rehearsal=request.rehearsal, **typed)
    except Refused as refused:
        form.refuse(refused.reason)
        return None


def _login_page(
    request: HttpRequest, template: str, form: AccountSignOnForm, wanted: str | None
) -> HttpResponse:
    site = CSO if isinstance(form, SignOnForm) else PSC
    context = {
        "form": form,
        "wanted": wanted,
        "forgot": {what: site.url(f"forgot_{what}", wanted) for what in site.titles},
        "desks": [PSC_CARD, court_card(request)],
    }
    return render(request, template, context)


@login_not_required
@never_cache
@page_or_form
def logout(request: HttpRequest) -> HttpResponse:
    """Asks first, so that no mere link signs anybody off; afterwards says what was ended."""
    return _logout(request, "cso/signed_off.html", "cso:logout")


@login_not_required
@never_cache
@page_or_form
def account_logout(request: HttpRequest) -> HttpResponse:
    """The same, at the Service Center."""
    return _logout(request, "psc/signed_off.html", "psc:logout")


def _logout(request: HttpRequest, template: str, here: str) -> HttpResponse:
    if request.method == "POST":
        services.sign_off(session=request.session)
        return redirect(here)
    return render(request, template)
