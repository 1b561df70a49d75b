"""Forgot Your Password? and Forgot Username?, in the skin of the site one came from."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cso.recovery import services
from cso.recovery.forms import (
    AnswersForm,
    ForgotPasswordForm,
    ForgotUsernameForm,
    NewPasswordForm,
)
from cso.recovery.links import find_link
from cso.recovery.rules import PASSWORD, RecoveryRefusal
from cso.sign_on.redirects import page_wanted
from rehearsals.clock import clock
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD, Refused

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Site:
    """A login site: its URL namespace, its skin, and how it spells its second link."""

    name: str
    layout: str
    titles: dict[str, str]

    def url(self, page: str, wanted: str | None) -> str:
        """An address of this site that keeps the way back to the page wanted."""
        query = {"appurl" if self.name == "cso" else "next": wanted}
        return reverse(f"{self.name}:{page}") + (f"?{urlencode(query)}" if wanted else "")


CSO = Site(
    "cso",
    "layouts/cso.html",
    {"password": "Forgot Your Password?", "username": "Forgot User Name?"},
)
PSC = Site(
    "psc",
    "layouts/psc.html",
    {"password": "Forgot Your Password?", "username": "Forgot Username?"},
)
FORMS = {"password": ForgotPasswordForm, "username": ForgotUsernameForm}


def recovery_page(view: View) -> View:
    @login_not_required
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @sensitive_post_parameters()
    @wraps(view)
    def page(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return view(request, **kwargs)

    return page


@recovery_page
def identify(request: HttpRequest, site: Site, purpose: str) -> HttpResponse:
    """Page 1. Whoever is typed, page 2 comes, with two questions."""
    form = FORMS[purpose](request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        services.identify(session=request.session, purpose=purpose, **form.cleaned_data)
        return redirect(site.url(f"forgot_{purpose}_questions", page_wanted(request)))
    return _page(request, site, purpose, "cso/recovery/identify.html", {"form": form})


@recovery_page
def questions(request: HttpRequest, site: Site, purpose: str) -> HttpResponse:
    """Page 2. Right or wrong, page 3 comes."""
    wanted = page_wanted(request)
    case = services.open_case(request.session, purpose)
    if case is None:
        return redirect(site.url(f"forgot_{purpose}", wanted))
    if case.is_answered:  # Submit pressed twice, or Back
        return redirect(site.url(f"forgot_{purpose}_sent", wanted))
    form = AnswersForm(request.POST if request.method == "POST" else None, questions=case.questions)
    refusal = None
    if form.is_bound and form.is_valid():
        refusal = _answer(request, case, form, wanted or _landing(site))
        if refusal is None:
            return redirect(site.url(f"forgot_{purpose}_sent", wanted))
    return _page(
        request, site, purpose, "cso/recovery/questions.html", {"form": form, "refusal": refusal}
    )


def _answer(
    request: HttpRequest, case: services.Case, form: AnswersForm, back: str
) -> RecoveryRefusal | None:
    try:
        services.answer(session=request.session, case=case, answers=form.answers, back=back)
    except Refused as no:
        form.add_error(None, no.reason.sentence)
        return no.reason
    return None


def _landing(site: Site) -> str:
    return reverse("account:landing") if site is PSC else ""


@recovery_page
def sent(request: HttpRequest, site: Site, purpose: str) -> HttpResponse:
    return _page(request, site, purpose, "cso/recovery/sent.html", {})


def _page(
    request: HttpRequest, site: Site, purpose: str, template: str, context: dict[str, Any]
) -> HttpResponse:
    wanted = page_wanted(request)
    shared = {
        "site": site,
        "title": site.titles[purpose],
        "is_password": purpose == PASSWORD,
        "login_url": site.url("login", wanted),
        "start_url": site.url(f"forgot_{purpose}", wanted),
        "other_url": site.url(f"forgot_{'username' if purpose == PASSWORD else PASSWORD}", wanted),
        "desks": [PSC_CARD, court_card(request)],
    }
    return render(request, template, shared | context)


@recovery_page
def reset_password(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind the mailed link. It signs nobody on; opening it uses nothing up."""
    desks = {"desks": [PSC_CARD, court_card(request)]}
    try:
        link = find_link(request.rehearsal, token, clock.wall_now())
        form = NewPasswordForm(
            request.POST if request.method == "POST" else None, account=link.account
        )
        done = _set(request, token, form)
    except Refused as no:
        context = desks | {"refusal": no.reason, "start_url": CSO.url("forgot_password", None)}
        return render(request, "cso/recovery/link_dead.html", context, status=410)
    if done:
        return redirect(CSO.url("password_was_reset", page_wanted(request)))
    return render(request, "cso/recovery/new_password.html", desks | {"form": form})


def _set(request: HttpRequest, token: str, form: NewPasswordForm) -> bool:
    if not (form.is_bound and form.is_valid()):
        return False
    services.set_password(
        rehearsal=request.rehearsal,
        token=token,
        new=form.cleaned_data["password"],
        at=clock.now(),
        at_wall=clock.wall_now(),
    )
    return True


@recovery_page
def password_was_reset(request: HttpRequest) -> HttpResponse:
    context = {
        "login_url": CSO.url("login", page_wanted(request)),
        "desks": [PSC_CARD, court_card(request)],
    }
    return render(request, "cso/recovery/password_was_reset.html", context)
