"""Utilities of the legacy CM/ECF: the e-mail on file, the password, the transaction log."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from cmecf.courts import access
from cmecf.legacy import services
from cmecf.legacy.decorators import filer_in_any_phase, filer_only
from cmecf.legacy.forms import ChangePasswordForm, EmailForm
from cmecf.legacy.pages import court_page
from cmecf.legacy.transactions import transactions_of
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused

form_page = require_http_methods(["GET", "HEAD", "POST"])


def _typed(request: HttpRequest, marker: str) -> object:
    """The POST data if it is this page's own form; a login that came back here is not."""
    return request.POST if request.method == "POST" and marker in request.POST else None


@form_page
@sensitive_post_parameters("key")
@filer_only
def email(request: HttpRequest, court: str) -> HttpResponse:
    """Show and change the e-mail on file: "verify the email address you have on file" (seed, Step 3)."""
    account = request.cmecf_account
    form = EmailForm(account, _typed(request, "email"))
    if form.is_bound and form.is_valid():
        services.change_email(account=account, email=form.cleaned_data["email"])
        messages.success(request, f"The e-mail address on file is now {account.email}.")
        return redirect("ecf:email", court=court)
    return court_page(request, "cmecf/email_on_file.html", {"form": form, "account": account})


@form_page
@sensitive_post_parameters()
@filer_only
def change_password(request: HttpRequest, court: str) -> HttpResponse:
    """A new password against the current one; this browser stays signed in, others do not."""
    form = ChangePasswordForm(_typed(request, "new"))
    if form.is_bound and form.is_valid() and _change(request, form):
        messages.success(
            request, "Your CM/ECF password was changed. You are logged out everywhere else."
        )
        return redirect("ecf:change_password", court=court)
    return court_page(request, "cmecf/password_change.html", {"form": form})


@sensitive_variables()
def _change(request: HttpRequest, form: ChangePasswordForm) -> bool:
    typed = form.cleaned_data
    try:
        account = services.change_password(
            account=request.cmecf_account,
            current=typed["current"],
            new=typed["new"],
            at_wall=clock.wall_now(),
        )
    except Refused as no:
        form.refuse(no.reason)
        return False
    access.restamp(request, account)
    return True


@form_page
@sensitive_post_parameters("key")
@filer_in_any_phase
def transactions(request: HttpRequest, court: str) -> HttpResponse:
    """What was done with this login at this court, newest first."""
    rows = transactions_of(request.cmecf_account)
    return court_page(request, "cmecf/transactions.html", {"rows": rows})
