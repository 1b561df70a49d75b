"""Forgot Your Password? and Forgot Username?, with the layout of the login site the user came from."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from cso.recovery import services
from cso.recovery.forms import (
    AnswersForm,
    ForgotPasswordForm,
    ForgotUsernameForm,
    NewPasswordForm,
)
from cso.recovery.links import find_link
from cso.recovery.rules import PASSWORD, attempt_name
from cso.recovery.services import RecoveryRequest
from cso.sign_on.redirects import page_wanted
from pacer_accounts.http import PacerRequest
from rehearsals.help.desks import court_card
from rehearsals.help.refusals import PSC_CARD, Refusal, Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import RECOVERY
from rehearsals.security.one_time_links import forget_opened, keep_opened, opened_token
from rehearsals.web.http import get_or_post

View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Site:
    """A login site: its URL namespace, its layout, and the titles of its recovery pages."""

    name: str
    layout: str
    titles: dict[str, str]

    def url(self, page: str, wanted: str | None, *args: str) -> str:
        """The URL of a page of this site, with the page wanted after the login."""
        url = reverse(f"{self.name}:{page}", args=args)
        if wanted is None:
            return url
        return f"{url}?{urlencode({'appurl' if self.name == 'cso' else 'next': wanted})}"


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
    @get_or_post
    @sensitive_post_parameters()
    @wraps(view)
    def page(request: PacerRequest, **kwargs: Any) -> HttpResponse:
        return view(request, **kwargs)

    return page


@recovery_page
def identify(request: PacerRequest, site: Site, purpose: str) -> HttpResponse:
    """Page 1. Page 2 follows with two questions, whether or not an account matches."""
    form = FORMS[purpose](request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with attempt(request, RECOVERY, name=attempt_name(form.cleaned_data["email"])):
            services.identify(
                session=request.session,
                purpose=purpose,
                wall_at=request.wall_at,
                **form.cleaned_data,
            )
        return redirect(site.url(f"forgot_{purpose}_questions", page_wanted(request)))
    return _page(request, site, purpose, "cso/recovery/identify.html", {"form": form})


@recovery_page
def questions(request: PacerRequest, site: Site, purpose: str) -> HttpResponse:
    """Page 2. Page 3 follows, whether or not the answers are right."""
    wanted = page_wanted(request)
    recovery = services.read_request(request.session, purpose, request.wall_at)
    if recovery is None:
        return redirect(site.url(f"forgot_{purpose}", wanted))
    if recovery.is_answered:  # Submit pressed twice, or Back
        return redirect(site.url(f"forgot_{purpose}_sent", wanted))
    form = AnswersForm(
        request.POST if request.method == "POST" else None, questions=recovery.questions
    )
    refusal = None
    if form.is_bound and form.is_valid():
        refusal = _answer(request, recovery, form, wanted or _landing(site))
        if refusal is None:
            return redirect(site.url(f"forgot_{purpose}_sent", wanted))
    return _page(
        request, site, purpose, "cso/recovery/questions.html", {"form": form, "refusal": refusal}
    )


def _answer(
    request: PacerRequest, recovery: RecoveryRequest, form: AnswersForm, next_url: str
) -> Refusal | None:
    try:
        with attempt(request, RECOVERY, name=recovery.name):
            services.answer(
                session=request.session,
                recovery=recovery,
                answers=form.answers,
                next_url=next_url,
                at=request.at,
                wall_at=request.wall_at,
            )
    except Refused as refused:
        form.add_error(None, refused.reason.sentence)
        return refused.reason
    return None


def _landing(site: Site) -> str:
    return reverse("account:landing") if site is PSC else ""


@recovery_page
def sent(request: PacerRequest, site: Site, purpose: str) -> HttpResponse:
    return _page(request, site, purpose, "cso/recovery/sent.html", {})


def _page(
    request: PacerRequest, site: Site, purpose: str, template: str, context: dict[str, Any]
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
def reset_password(request: PacerRequest, token: str) -> HttpResponse:
    """The page that the e-mailed link opens. It does not sign on, and opening it does not use the link.

    `token`: that of the link, or the handle that replaced it in the URL.
    """
    opened = opened_token(request.session, token)
    desks = {"desks": [PSC_CARD, court_card(request)]}
    try:
        link = find_link(request.rehearsal, opened or token, request.wall_at)
        if opened is None and request.method != "POST":
            handle = keep_opened(request.session, token)
            return redirect(CSO.url("reset_password", page_wanted(request), handle))
        form = NewPasswordForm(
            request.POST if request.method == "POST" else None, account=link.account
        )
        is_set = _set_password(request, opened or token, form)
    except Refused as refused:
        context = desks | {"refusal": refused.reason, "start_url": CSO.url("forgot_password", None)}
        return render(request, "cso/recovery/link_dead.html", context, status=410)
    if is_set:
        forget_opened(request.session, token)
        return redirect(CSO.url("password_was_reset", page_wanted(request)))
    return render(request, "cso/recovery/new_password.html", desks | {"form": form})


def _set_password(request: PacerRequest, token: str, form: NewPasswordForm) -> bool:
    if not (form.is_bound and form.is_valid()):
        return False
    services.set_password(
        rehearsal=request.rehearsal,
        token=token,
        new=form.cleaned_data["password"],
        at=request.at,
        wall_at=request.wall_at,
    )
    return True


@recovery_page
def password_was_reset(request: PacerRequest) -> HttpResponse:
    context = {
        "login_url": CSO.url("login", page_wanted(request)),
        "desks": [PSC_CARD, court_card(request)],
    }
    return render(request, "cso/recovery/password_was_reset.html", context)
