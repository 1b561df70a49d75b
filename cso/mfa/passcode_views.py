"""Between the password and the page wanted: the one-time passcode, and "User Update Required"."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cso.mfa import services
from cso.mfa import update_required as gate
from cso.mfa.forms import PasscodeForm
from cso.mfa.queries import asks_for_passcode, is_filer, updates_needed
from cso.mfa.rules import MOST_SKIPS
from cso.sign_on import completion, pending
from pacer_accounts.models import PacerAccount
from rehearsals.clock import clock
from rehearsals.help.refusals import PSC_CARD, Refused

TOO_LATE = (
    "Nothing was waiting for a passcode: ten minutes passed since the password, or the login was"
    " begun elsewhere. Log in again."
)
form_page = require_http_methods(["GET", "HEAD", "POST"])


@login_not_required
@never_cache
@form_page
@sensitive_post_parameters()
def second_factor(request: HttpRequest) -> HttpResponse:
    """Asks for an app's passcode or a backup code. Until it is right she is a stranger."""
    account, waiting = pending.account_of(request.session), pending.read(request.session)
    if account is None or waiting is None:
        pending.forget(request.session)
        messages.info(request, TOO_LATE)
        return redirect("cso:login")
    if request.POST.get("action") == "cancel":
        pending.forget(request.session)
        return redirect(_login_again(waiting))
    form = PasscodeForm(request.POST if request.method == "POST" else None)
    if asks_for_passcode(account, request.rehearsal.era) and not _is_right(form, account):
        return render(request, "cso/mfa_passcode.html", {"form": form, "desks": [PSC_CARD]})
    pending.forget(request.session)
    return completion.finish(
        request,
        account,
        client_code=waiting.client_code,
        site=waiting.site,
        destination=waiting.destination,
    )


def _login_again(waiting: pending.Pending) -> str:
    """The login page she came from, with her way back."""
    name = "psc:login" if waiting.site == completion.MANAGE_MY_ACCOUNT else "cso:login"
    return f"{reverse(name)}?{urlencode({'next': waiting.destination})}"


def _is_right(form: PasscodeForm, account: PacerAccount) -> bool:
    if not form.is_valid():
        return False
    try:
        services.prove(account=account, code=form.cleaned_data["passcode"])
    except Refused as refused:
        form.refuse(refused.reason)
        return False
    return True


@never_cache
@form_page
def update_required(request: HttpRequest) -> HttpResponse:
    """User Update Required: enrol, change an old password, or skip while that is allowed."""
    account = request.pacer_account
    needed = updates_needed(account, request.rehearsal.era, clock.now())
    if gate.MARK not in request.session or not needed:
        return redirect(request.session.pop(gate.MARK, None) or reverse("chooser:courts"))
    filer = is_filer(account)
    if request.method == "POST" and needed.may_skip:
        return _skip(request, filer)
    context = {
        "needed": needed,
        "is_filer": filer,
        "skips_left": max(0, MOST_SKIPS - account.mfa_skips),
        "desks": [PSC_CARD],
    }
    return render(request, "cso/mfa_update_required.html", context)


def _skip(request: HttpRequest, filer: bool) -> HttpResponse:
    left = services.skip(account=request.pacer_account, is_filer=filer)
    if left is not None:
        told = (
            f"You can skip {left} more time{'' if left == 1 else 's'}."
            if left
            else "That was the last skip."
        )
        messages.info(request, f"Enrolling in multifactor authentication was put off. {told}")
    return redirect(request.session.pop(gate.MARK))
