"""The login and logout pages of Central Sign-On and of Manage My Account."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from cso.recovery.views import CSO, PSC
from cso.sign_on import login_steps, services
from cso.sign_on.forms import AccountSignOnForm, SignOnForm
from cso.sign_on.redirects import page_wanted, why_login
from pacer_accounts.http import PacerRequest
from pacer_accounts.models import PacerAccount
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD, Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import SIGN_IN
from rehearsals.web.addresses import page_url
from rehearsals.web.http import get_or_post


@login_not_required
@never_cache
@get_or_post
@sensitive_post_parameters()
def login(request: PacerRequest) -> HttpResponse:
    """PACER Login: one sign-on for all NextGen courts, then back to the page that asked for it."""
    return _login(request, SignOnForm, "cso/login.html", "PACER Login", page_url("nextgen_courts"))


@login_not_required
@never_cache
@get_or_post
@sensitive_post_parameters()
def account_login(request: PacerRequest) -> HttpResponse:
    """Manage My Account's own login page, for the same sign-on."""
    landing = reverse("account:landing")
    return _login(
        request, AccountSignOnForm, "psc/login.html", login_steps.MANAGE_MY_ACCOUNT, landing
    )


def _login(
    request: PacerRequest,
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
    account = _verify_password(request, form)
    if account is None:
        return _login_page(request, template, form, wanted)
    return login_steps.after_password(
        request,
        account,
        client_code=form.cleaned_data.get("client_code", ""),
        site=site,
        destination=wanted or landing,
    )


def _verify_password(request: PacerRequest, form: AccountSignOnForm) -> PacerAccount | None:
    if not form.is_valid():
        return None
    username = form.cleaned_data["username"]
    try:
        with attempt(request, SIGN_IN, name=username) as this_attempt:
            account = services.verify_password(
                rehearsal=request.rehearsal,
                username=username,
                password=form.cleaned_data["password"],
                at=request.at,
                wall_at=request.wall_at,
            )
            this_attempt.succeeded()
            return account
    except Refused as refused:
        form.refuse(refused.reason)
        return None


def _login_page(
    request: PacerRequest, template: str, form: AccountSignOnForm, wanted: str | None
) -> HttpResponse:
    site = CSO if isinstance(form, SignOnForm) else PSC
    context = {
        "form": form,
        "wanted": wanted,
        "why": why_login(request, wanted),
        "forgot": {purpose: site.url(f"forgot_{purpose}", wanted) for purpose in site.titles},
        "desks": [PSC_CARD, court_card(request)],
    }
    return render(request, template, context)


@login_not_required
@never_cache
@get_or_post
def logout(request: PacerRequest) -> HttpResponse:
    """Log out of Central Sign-On: a GET asks first, a POST logs out and shows what was ended."""
    return _logout(request, "cso/signed_off.html", "cso:logout")


@login_not_required
@never_cache
@get_or_post
def account_logout(request: PacerRequest) -> HttpResponse:
    """The same logout at Manage My Account."""
    return _logout(request, "psc/signed_off.html", "psc:logout")


def _logout(request: PacerRequest, template: str, url_name: str) -> HttpResponse:
    if request.method == "POST":
        services.sign_off(session=request.session, at=request.at)
        return redirect(url_name)
    return render(request, template, {"desks": [PSC_CARD, court_card(request)]})
