"""The Settings of Manage My Account that change credentials and security information."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters

from cso.credentials import services
from cso.credentials.forms import (
    CredentialForm,
    PasswordForm,
    SecurityInformationForm,
    UsernameForm,
)
from cso.credentials.rules import CredentialRefusal, settings_refusal
from cso.mfa import update_required
from pacer_accounts.account_menu.pages import manage_page, settings_page
from pacer_accounts.http import SignedOnRequest
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import SIGN_IN
from rehearsals.security.normalization import name_key
from rehearsals.web.http import get_or_post, posted_data

TAB = "Settings"


@get_or_post
@sensitive_post_parameters()
@settings_page
def change_username(request: SignedOnRequest) -> HttpResponse:
    """Change Username. The old username stops working."""
    form = UsernameForm(
        posted_data(request), **_form_arguments(request), is_taken=_is_taken(request)
    )

    def change() -> str:
        services.change_username(
            account=request.pacer_account,
            current=form.cleaned_data["current_password"],
            username=form.cleaned_data["username"],
            at=request.at,
            wall_at=request.wall_at,
        )
        return (
            f"Your username is now {form.cleaned_data['username']}. The old username no longer works."
            " Your account number and password have not changed."
        )

    return _answer(request, form, "psc/settings_username.html", change)


@get_or_post
@sensitive_post_parameters()
@settings_page
def change_password(request: SignedOnRequest) -> HttpResponse:
    """Change Password. Every other browser is logged out; this one stays logged in."""
    form = PasswordForm(posted_data(request), **_form_arguments(request))

    def change() -> str:
        services.change_password(
            session=request.session,
            current=form.cleaned_data["current_password"],
            new=form.cleaned_data["password"],
            at=request.at,
            wall_at=request.wall_at,
        )
        return (
            "Your PACER password has been changed. You are logged out in every other browser and stay"
            " logged in here. Your CM/ECF password has not changed."
        )

    return _answer(request, form, "psc/settings_password.html", change)


@get_or_post
@sensitive_post_parameters()
@settings_page
def security_information(request: SignedOnRequest) -> HttpResponse:
    """Set Security Information: new questions and answers."""
    account = request.pacer_account
    initial = {"question_1": account.question_1, "question_2": account.question_2}
    form = SecurityInformationForm(
        posted_data(request), **_form_arguments(request), initial=initial
    )

    def change() -> str:
        data = form.cleaned_data
        services.set_security_information(
            account=account,
            current=data["current_password"],
            questions=(data["question_1"], data["question_2"]),
            answers=(data["answer_1"], data["answer_2"]),
            at=request.at,
            wall_at=request.wall_at,
        )
        return "Your security questions and answers are saved. The old answers no longer work."

    return _answer(request, form, "psc/settings_security.html", change)


def _answer(
    request: SignedOnRequest, form: CredentialForm, template: str, change: Callable[[], str]
) -> HttpResponse:
    """Run `change` if the form is valid and show its message; otherwise show the form's errors."""
    if form.is_valid():
        try:
            with attempt(request, SIGN_IN, name=request.pacer_account.account_number):
                done = change()
            messages.success(request, f"{done} We e-mailed you a confirmation.")
            return redirect(update_required.destination_after_update(request) or "account:landing")
        except Refused as refused:
            reason = settings_refusal(refused.reason)
            is_taken = reason is CredentialRefusal.USERNAME_TAKEN
            form.refuse(reason, "username" if is_taken else "current_password")
    desk = card_of(request, form.refusal.desk) if form.refusal else None
    context = {"form": form, "refusal": form.refusal, "desk": desk}
    return manage_page(request, template, TAB, context)


def _form_arguments(request: SignedOnRequest) -> dict[str, Any]:
    return {"account": request.pacer_account, "era": request.rehearsal.era}


def _is_taken(request: SignedOnRequest) -> Callable[[str], bool]:
    """Whether another account has a username; a new spelling of the user's own is allowed."""
    others = request.rehearsal.pacer_accounts.exclude(pk=request.pacer_account.pk)
    return lambda username: others.filter(username_key=name_key(username)).exists()
