"""The pages between the password and the page wanted: the passcode, and "User Update Required"."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from cso.mfa import services
from cso.mfa.forms import PasscodeForm
from cso.mfa.queries import asks_for_passcode, is_filer, updates_for
from cso.mfa.rules import MAX_SKIPS
from cso.mfa.update_required import MARK
from cso.sign_on import login_steps, pending_sign_on
from cso.sign_on.pending_sign_on import PendingSignOn
from pacer_accounts.http import PacerRequest, SignedOnRequest
from pacer_accounts.models import PacerAccount
from rehearsals.help.refusals import PSC_CARD, Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import SIGN_IN
from rehearsals.web.addresses import page_url
from rehearsals.web.http import get_or_post

TOO_LATE = (
    "Your login expired. You have ten minutes to enter the passcode, in the browser where you entered"
    " your password. Log in again."
)


@login_not_required
@never_cache
@get_or_post
@sensitive_post_parameters()
def second_factor(request: PacerRequest) -> HttpResponse:
    """Ask for a passcode or backup code. Until it is verified the user is not authenticated."""
    pending = pending_sign_on.read(request.session, request.wall_at)
    account = pending_sign_on.account_of(request.session, pending) if pending else None
    if pending is None or account is None:
        pending_sign_on.clear(request.session)
        messages.info(request, TOO_LATE)
        return redirect("cso:login")
    if request.POST.get("action") == "cancel":
        pending_sign_on.clear(request.session)
        return redirect(_login_url(pending))
    form = PasscodeForm(request.POST if request.method == "POST" else None)
    if asks_for_passcode(account, request.rehearsal.era) and not _is_verified(
        request, form, account
    ):
        return render(request, "cso/mfa_passcode.html", {"form": form, "desks": [PSC_CARD]})
    pending_sign_on.clear(request.session)
    return login_steps.finish_sign_on(
        request,
        account,
        client_code=pending.client_code,
        site=pending.site,
        destination=pending.destination,
    )


def _login_url(pending: PendingSignOn) -> str:
    """The login page the user came from, with the page wanted."""
    name = "psc:login" if pending.site == login_steps.MANAGE_MY_ACCOUNT else "cso:login"
    return f"{reverse(name)}?{urlencode({'next': pending.destination})}"


def _is_verified(request: PacerRequest, form: PasscodeForm, account: PacerAccount) -> bool:
    if not form.is_valid():
        return False
    try:
        with attempt(request, SIGN_IN, name=account.account_number) as this_attempt:
            services.verify_passcode(
                account=account,
                code=form.cleaned_data["passcode"],
                at=request.at,
                wall_at=request.wall_at,
            )
            this_attempt.succeeded()
    except Refused as refused:
        form.refuse(refused.reason)
        return False
    return True


@never_cache
@get_or_post
def update_required(request: SignedOnRequest) -> HttpResponse:
    """User Update Required: enroll, change an old password, or skip if that is allowed."""
    account = request.pacer_account
    needed = updates_for(account, request.rehearsal.era, request.at)
    if MARK not in request.session or not needed:
        return redirect(request.session.pop(MARK, None) or page_url("nextgen_courts"))
    if request.method == "POST" and needed.may_skip:
        return _skip(request)
    context = {
        "needed": needed,
        "is_filer": is_filer(account),
        "skips_left": max(0, MAX_SKIPS - account.mfa_skips),
        "desks": [PSC_CARD],
    }
    return render(request, "cso/mfa_update_required.html", context)


def _skip(request: SignedOnRequest) -> HttpResponse:
    account = request.pacer_account
    left = services.skip_enrollment(account=account, is_filer=is_filer(account), at=request.at)
    if left is not None:
        rest = (
            f"You can skip {left} more time{'' if left == 1 else 's'}."
            if left
            else "Next time you must enroll."
        )
        messages.info(request, f"You skipped enrolling in multifactor authentication. {rest}")
    return redirect(request.session.pop(MARK))
