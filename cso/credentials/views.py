"""The Settings of Manage My Account that change how one logs in. Here, for they prove a password."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cso.credentials import services
from cso.credentials.forms import (
    CredentialForm,
    PasswordForm,
    SecurityInformationForm,
    UsernameForm,
)
from cso.credentials.rules import CredentialRefusal, in_settings
from cso.mfa import update_required
from pacer_accounts.account_menu.pages import manage_page, settings_page
from rehearsals.clock import clock
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Refused
from rehearsals.security.normalization import name_key
from rehearsals.web.http import posted_data

TAB = "Settings"
form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
@sensitive_post_parameters()
@settings_page
def change_username(request: HttpRequest) -> HttpResponse:
    """Change Username: unique, by the rules of registration; the old one stops working."""
    form = UsernameForm(posted_data(request), **_whose(request), is_taken=_is_taken(request))

    def change() -> str:
        services.change_username(
            account=request.pacer_account,
            current=form.cleaned_data["current_password"],
            username=form.cleaned_data["username"],
        )
        return (
            f"Your username is now {form.cleaned_data['username']}. The old one no longer works."
            " Account number and password stay the same."
        )

    return _answer(request, form, "psc/settings_username.html", change)


@form_page
@sensitive_post_parameters()
@settings_page
def change_password(request: HttpRequest) -> HttpResponse:
    """Change Password: every other browser is logged out, this one stays."""
    form = PasswordForm(posted_data(request), **_whose(request))

    def change() -> str:
        services.change_password(
            session=request.session,
            current=form.cleaned_data["current_password"],
            new=form.cleaned_data["password"],
            at=clock.now(),
        )
        return (
            "Your PACER password is changed. Every other browser has been logged out; here you stay"
            " logged in. Your CM/ECF password is another one and has not changed."
        )

    return _answer(request, form, "psc/settings_password.html", change)


@form_page
@sensitive_post_parameters()
@settings_page
def security_information(request: HttpRequest) -> HttpResponse:
    """Set Security Information: both questions and answers anew."""
    account = request.pacer_account
    initial = {"question_1": account.question_1, "question_2": account.question_2}
    form = SecurityInformationForm(posted_data(request), **_whose(request), initial=initial)

    def change() -> str:
        typed = form.cleaned_data
        services.set_security_information(
            account=account,
            current=typed["current_password"],
            questions=(typed["question_1"], typed["question_2"]),
            answers=(typed["answer_1"], typed["answer_2"]),
        )
        return "Your security questions and answers are saved. The old answers no longer count."

    return _answer(request, form, "psc/settings_security.html", change)


def _answer(
    request: HttpRequest, form: CredentialForm, template: str, change: Callable[[], str]
) -> HttpResponse:
    """Do `change` when the form is right and say what it says; else the form with what is wrong."""
    if form.is_valid():
        try:
            messages.success(request, f"{change()} A letter about it is in your mailbox.")
            return redirect(update_required.onward(request) or "account:landing")
        except Refused as refused:
            reason = in_settings(refused.reason)
            is_name = reason is CredentialRefusal.USERNAME_TAKEN
            form.refuse(reason, "username" if is_name else "current_password")
    desk = card_of(request, form.refusal.desk) if form.refusal else None
    context = {"form": form, "refusal": form.refusal, "desk": desk}
    return manage_page(request, template, TAB, context)


def _whose(request: HttpRequest) -> dict[str, Any]:
    return {"account": request.pacer_account, "era": request.rehearsal.era}


def _is_taken(request: HttpRequest) -> Callable[[str], bool]:
    """Somebody else's: another spelling of one's own username may be chosen."""
    others = request.rehearsal.pacer_accounts.exclude(pk=request.pacer_account.pk)
    return lambda username: others.filter(username_key=name_key(username)).exists()
