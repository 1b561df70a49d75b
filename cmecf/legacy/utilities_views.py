"""Utilities of the legacy CM/ECF: the e-mail on file, the password and the transaction log."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from cmecf.courts import access
from cmecf.courts.http import CourtRequest, FilerRequest
from cmecf.courts.pages import court_page
from cmecf.legacy import services
from cmecf.legacy.access import filer_in_any_phase, filer_only
from cmecf.legacy.forms import ChangePasswordForm, EmailForm
from cmecf.legacy.transactions import transactions_of
from rehearsals.help.refusals import Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import SIGN_IN
from rehearsals.web.http import get_or_post


def _posted(request: CourtRequest, field: str) -> QueryDict | None:
    """The POST data if it has this form's `field`; a login form posted here doesn't."""
    return request.POST if request.method == "POST" and field in request.POST else None


@get_or_post
@sensitive_post_parameters("key")
@filer_only
def email(request: FilerRequest, court: str) -> HttpResponse:
    """Show and change the e-mail on file: "verify the email address you have on file" (seed, Step 3)."""
    account = request.cmecf_account
    form = EmailForm(account, _posted(request, "email"))
    if form.is_bound and form.is_valid():
        services.change_email(account=account, email=form.cleaned_data["email"], at=request.at)
        messages.success(request, f"The e-mail address on file is now {account.email}.")
        return redirect("ecf:email", court=court)
    return court_page(request, "cmecf/email_on_file.html", {"form": form, "account": account})


@get_or_post
@sensitive_post_parameters()
@filer_only
def change_password(request: FilerRequest, court: str) -> HttpResponse:
    """Change the password. This browser stays signed in; the login's other sign-ins end."""
    form = ChangePasswordForm(_posted(request, "new"))
    if form.is_bound and form.is_valid() and _change(request, form):
        messages.success(
            request,
            "Your CM/ECF password was changed. Anywhere else that you used this login, you are logged out.",
        )
        return redirect("ecf:change_password", court=court)
    return court_page(request, "cmecf/password_change.html", {"form": form})


@sensitive_variables()
def _change(request: FilerRequest, form: ChangePasswordForm) -> bool:
    data = form.cleaned_data
    try:
        with attempt(request, SIGN_IN, name=request.cmecf_account.login):
            account = services.change_password(
                account=request.cmecf_account,
                current=data["current"],
                new=data["new"],
                at=request.at,
                at_wall=request.wall_at,
            )
    except Refused as refused:
        form.refuse(refused.reason)
        return False
    access.renew_sign_in(request, account)
    return True


@get_or_post
@sensitive_post_parameters("key")
@filer_in_any_phase
def transactions(request: FilerRequest, court: str) -> HttpResponse:
    """The activity of this account in this court, newest first."""
    rows = transactions_of(request.cmecf_account)
    return court_page(request, "cmecf/transactions.html", {"rows": rows})
