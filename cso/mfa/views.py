"""Manage MFA Settings: add and remove authenticator apps, get backup codes."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from cso.mfa import enrollment, services
from cso.mfa.forms import AppForm, ProofForm, RefusableForm, SecurityCodeForm
from cso.mfa.queries import must_keep_an_app
from cso.mfa.rules import BACKUP_CODES, ISSUER, MAX_APPS, MfaRefusal
from cso.mfa.update_required import destination_after_update
from cso.models import AuthenticatorApp
from cso.sign_on.services import verify_password
from pacer_accounts.account_menu.pages import manage_page, settings_page
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.models import PacerAccount
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Refused
from rehearsals.models import Era
from rehearsals.security import totp
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import SIGN_IN
from rehearsals.web.http import get_or_post, posted_data

TAB = "Settings"
NOT_YET = "PACER added multifactor authentication in 2025. This rehearsal uses the 2020 rules."
START_OVER = "Your ten minutes are up, or you started in another browser. Start over with Add App."


def mfa_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page below Manage MFA Settings, which exists in era 2025 only."""

    @sensitive_post_parameters()
    @settings_page
    @wraps(view)
    def page(request: SignedOnRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.rehearsal.era != Era.Y2025:
            messages.info(request, NOT_YET)
            return redirect("account:landing")
        return view(request, *args, **kwargs)

    return page


@require_safe
@mfa_page
def overview(request: SignedOnRequest) -> HttpResponse:
    """The account's apps and the number of unused backup codes."""
    account = request.pacer_account
    context = {
        "apps": account.authenticator_apps.order_by("pk"),
        "codes_left": account.backup_codes.filter(used_at=None).count(),
        "max_codes": BACKUP_CODES,
        "max_apps": MAX_APPS,
    }
    return manage_page(request, "psc/mfa_overview.html", TAB, context)


@get_or_post
@mfa_page
def send(request: SignedOnRequest) -> HttpResponse:
    """Add App, step 1: send a security code to the account's e-mail address."""
    form = RefusableForm(posted_data(request))
    if request.method != "POST":
        return manage_page(request, "psc/mfa_send.html", TAB, {"form": form})
    try:
        digest = services.send_security_code(account=request.pacer_account, at=request.at)
    except Refused as refused:
        return _refused(request, form, refused, "psc/mfa_send.html")
    enrollment.store(request.session, request.pacer_account, request.wall_at, digest=digest)
    return redirect("psc:mfa_code")


@get_or_post
@mfa_page
def code(request: SignedOnRequest) -> HttpResponse:
    """Add App, step 2: check the e-mailed code. It works once."""
    account = request.pacer_account
    digest = enrollment.read(request.session, account, "digest", request.wall_at)
    if digest is None:
        return _start_over(request)
    form = SecurityCodeForm(posted_data(request))
    if not form.is_valid():
        return manage_page(request, "psc/mfa_code.html", TAB, {"form": form})
    try:
        with attempt(request, SIGN_IN, name=account.account_number):
            secret = services.check_security_code(
                account=account,
                digest=digest,
                code=form.cleaned_data["code"],
                at=request.at,
                wall_at=request.wall_at,
            )
    except Refused as refused:
        return _refused(request, form, refused, "psc/mfa_code.html", "code")
    enrollment.store(request.session, account, request.wall_at, secret=secret)
    return redirect("psc:mfa_app")


@get_or_post
@mfa_page
def app(request: SignedOnRequest) -> HttpResponse:
    """Add App, step 3: show QR code and secret until a passcode from the app is verified."""
    account = request.pacer_account
    secret = enrollment.read(request.session, account, "secret", request.wall_at)
    if secret is None:
        return _start_over(request)
    form = AppForm(posted_data(request), initial={"name": _free_name(account)})
    context = {"form": form, "secret": totp.in_groups(secret), "issuer": ISSUER}
    if not form.is_valid():
        return manage_page(request, "psc/mfa_app.html", TAB, context)
    try:
        services.confirm_app(
            account=account,
            secret=secret,
            name=form.cleaned_data["name"],
            passcode=form.cleaned_data["passcode"],
            at=request.at,
            wall_at=request.wall_at,
        )
    except Refused as refused:
        field = "name" if refused.reason is MfaRefusal.NAME_TAKEN else "passcode"
        return _refused(request, form, refused, "psc/mfa_app.html", field, context)
    return _enrolled(request, form.cleaned_data["name"])


def _enrolled(request: SignedOnRequest, name: str) -> HttpResponse:
    enrollment.clear(request.session)
    messages.success(
        request,
        f"You are enrolled. {name} now creates your one-time passcodes. When you log in, you enter one"
        " after your password. In case you lose your phone, get backup codes in Manage MFA"
        " Settings.",
    )
    return redirect(destination_after_update(request) or "psc:mfa")


def _free_name(account: PacerAccount) -> str:
    taken = set(account.authenticator_apps.values_list("name", flat=True))
    names = (f"App {number}" for number in range(1, MAX_APPS + 2))
    return next(name for name in names if name not in taken)


@require_safe
@mfa_page
def qr_picture(request: SignedOnRequest) -> HttpResponse:
    """The QR code of the secret of this enrollment; 404 when there is none."""
    secret = enrollment.read(request.session, request.pacer_account, "secret", request.wall_at)
    if secret is None:
        raise Http404
    svg = totp.qr_code_svg(secret, name=request.pacer_account.username, issuer=ISSUER)
    return HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")


@get_or_post
@mfa_page
def remove(request: SignedOnRequest, pk: int) -> HttpResponse:
    """Remove an app after verifying a password or a passcode."""
    app = _apps(request).filter(pk=pk).select_related("account__rehearsal").first()
    if app is None:  # removed in another window
        messages.info(request, "That app has already been removed.")
        return redirect("psc:mfa")
    form = ProofForm(posted_data(request))
    context = {
        "app": app,
        "is_last": _apps(request).count() == 1,
        "is_mfa_required": must_keep_an_app(request.pacer_account),
    }

    def remove_app() -> HttpResponse:
        left = services.remove_app(app=app, at=request.at)
        off = "" if left else " Multifactor authentication is off. We e-mailed you a confirmation."
        messages.success(request, f"You removed {app.name}.{off}")
        return redirect("psc:mfa")

    return _after_verification(request, form, remove_app, "psc/mfa_remove.html", context)


@get_or_post
@mfa_page
def backup_codes(request: SignedOnRequest) -> HttpResponse:
    """Get New Codes: shown in this response only."""
    if not _apps(request).exists():
        messages.info(request, "Add an app first. Backup codes replace an app's passcodes.")
        return redirect("psc:mfa")
    form = ProofForm(posted_data(request))

    def make_codes() -> HttpResponse:
        codes = services.make_backup_codes(account=request.pacer_account, at=request.at)
        return manage_page(request, "psc/mfa_backup_codes.html", TAB, {"codes": codes})

    return _after_verification(request, form, make_codes, "psc/mfa_backup_ask.html", {})


def _apps(request: SignedOnRequest) -> QuerySet[AuthenticatorApp]:
    return AuthenticatorApp.objects.filter(account=request.pacer_account)


def _after_verification(
    request: SignedOnRequest,
    form: ProofForm,
    change: Callable[[], HttpResponse],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    context = {"form": form, **context}
    if not form.is_valid():
        return manage_page(request, template, TAB, context)
    try:
        with attempt(request, SIGN_IN, name=request.pacer_account.account_number):
            _verify(request, form.cleaned_data["password"], form.cleaned_data["passcode"])
        return change()
    except Refused as refused:
        return _refused(request, form, refused, template, None, context)


def _verify(request: SignedOnRequest, password: str, passcode: str) -> None:
    """Verify either one; failures count as at the login. Raises Refused."""
    account = request.pacer_account
    at, wall_at = request.at, request.wall_at
    if not password:
        services.verify_passcode(account=account, code=passcode, at=at, wall_at=wall_at)
        return
    verify_password(
        rehearsal=request.rehearsal,
        username=account.username,
        password=password,
        what="mfa.prove",
        at=at,
        wall_at=wall_at,
    )


def _start_over(request: SignedOnRequest) -> HttpResponse:
    messages.info(request, START_OVER)
    return redirect("psc:mfa_send")


def _refused(
    request: SignedOnRequest,
    form: RefusableForm,
    refused: Refused,
    template: str,
    field: str | None = None,
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    form.full_clean()
    form.refuse(refused.reason, field)
    shared = {"refusal": refused.reason, "desk": card_of(request, refused.reason.desk)}
    return manage_page(request, template, TAB, {"form": form, **(context or {}), **shared})
