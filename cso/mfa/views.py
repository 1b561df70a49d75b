"""Manage MFA Settings: apps are added and removed, backup codes are made."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cso.mfa import enrollment, services, update_required
from cso.mfa import qr_code as qr
from cso.mfa.forms import AppForm, ProofForm, RefusableForm, SecurityCodeForm
from cso.mfa.queries import must_have_an_app
from cso.mfa.rules import BACKUP_CODES, MOST_APPS, MfaRefusal
from cso.models import AuthenticatorApp
from cso.sign_on import services as sign_on
from pacer_accounts.account_menu.pages import manage_page, settings_page
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Refused
from rehearsals.models import Era
from rehearsals.web.http import posted_data

TAB = "Settings"
NOT_YET = (
    "Multifactor authentication belongs to the year 2025. This rehearsal plays the rules of 2020."
)
BEGIN_AGAIN = "That took longer than ten minutes, or was begun elsewhere. Begin again with Add App."
form_page = require_http_methods(["GET", "HEAD", "POST"])


def mfa_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page below Manage MFA Settings; in 2020 there is none."""

    @sensitive_post_parameters()
    @settings_page
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.rehearsal.era != Era.Y2025:
            messages.info(request, NOT_YET)
            return redirect("account:landing")
        return view(request, *args, **kwargs)

    return page


@require_safe
@mfa_page
def overview(request: HttpRequest) -> HttpResponse:
    """The apps of the account and how many backup codes are left."""
    account = request.pacer_account
    context = {
        "apps": account.authenticator_apps.order_by("pk"),
        "codes_left": account.backup_codes.filter(used_at=None).count(),
        "most_codes": BACKUP_CODES,
        "most_apps": MOST_APPS,
    }
    return manage_page(request, "psc/mfa_overview.html", TAB, context)


@form_page
@mfa_page
def send(request: HttpRequest) -> HttpResponse:
    """Add App, first: mail a security code to the account's own e-mail."""
    form = RefusableForm(posted_data(request))
    if request.method != "POST":
        return manage_page(request, "psc/mfa_send.html", TAB, {"form": form})
    try:
        digest = services.send_security_code(account=request.pacer_account)
    except Refused as refused:
        return _refused(request, form, refused, "psc/mfa_send.html")
    enrollment.hold(request.session, request.pacer_account, digest=digest)
    return redirect("psc:mfa_code")


@form_page
@mfa_page
def code(request: HttpRequest) -> HttpResponse:
    """Add App, second: the code from the letter. It works once."""
    account = request.pacer_account
    digest = enrollment.held(request.session, account, "digest")
    if digest is None:
        return _begin_again(request)
    form = SecurityCodeForm(posted_data(request))
    if not form.is_valid():
        return manage_page(request, "psc/mfa_code.html", TAB, {"form": form})
    try:
        secret = services.check_security_code(account=account, digest=digest, **form.cleaned_data)
    except Refused as refused:
        return _refused(request, form, refused, "psc/mfa_code.html", "code")
    enrollment.hold(request.session, account, secret=secret)
    return redirect("psc:mfa_app")


@form_page
@mfa_page
def app(request: HttpRequest) -> HttpResponse:
    """Add App, third: QR code and secret, shown until the app has proven that it has them."""
    account = request.pacer_account
    secret = enrollment.held(request.session, account, "secret")
    if secret is None:
        return _begin_again(request)
    form = AppForm(posted_data(request), initial={"name": _free_name(account)})
    context = {"form": form, "secret": qr.in_groups(secret), "issuer": qr.ISSUER}
    if not form.is_valid():
        return manage_page(request, "psc/mfa_app.html", TAB, context)
    try:
        services.confirm_app(account=account, secret=secret, **form.cleaned_data)
    except Refused as refused:
        field = "name" if refused.reason is MfaRefusal.NAME_TAKEN else "passcode"
        return _refused(request, form, refused, "psc/mfa_app.html", field, context)
    return _enrolled(request, form.cleaned_data["name"])


def _enrolled(request: HttpRequest, name: str) -> HttpResponse:
    enrollment.forget(request.session)
    messages.success(
        request,
        f"Enrolled: {name} makes your one-time passcodes. Your next login asks for one after the"
        " password. For the day when the phone is lost, get backup codes under Manage MFA Settings.",
    )
    return redirect(update_required.onward(request) or "psc:mfa")


def _free_name(account: Any) -> str:
    taken = set(account.authenticator_apps.values_list("name", flat=True))
    names = (f"App {number}" for number in range(1, MOST_APPS + 2))
    return next(name for name in names if name not in taken)


@require_safe
@mfa_page
def qr_code(request: HttpRequest) -> HttpResponse:
    """The picture of the secret that is on the page now; for nobody else and at no other time."""
    secret = enrollment.held(request.session, request.pacer_account, "secret")
    if secret is None:
        raise Http404
    picture = qr.picture(secret, request.pacer_account.username)
    return HttpResponse(picture, content_type="image/svg+xml")


@form_page
@mfa_page
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove an app, after a password or a passcode."""
    found = _apps(request).filter(pk=pk).select_related("account__rehearsal").first()
    if found is None:  # removed in another window
        messages.info(request, "That app is no longer there.")
        return redirect("psc:mfa")
    form = ProofForm(posted_data(request))
    context = {
        "app": found,
        "is_last": _apps(request).count() == 1,
        "is_compulsory": must_have_an_app(request.pacer_account),
    }

    def do() -> HttpResponse:
        left = services.remove_app(app=found)
        is_off = "" if left else " Multifactor authentication is off: a letter says so."
        messages.success(request, f"{found.name} was removed.{is_off}")
        return redirect("psc:mfa")

    return _after_proof(request, form, do, "psc/mfa_remove.html", context)


@form_page
@mfa_page
def backup_codes(request: HttpRequest) -> HttpResponse:
    """Get New Codes: shown in this answer and never again."""
    if not _apps(request).exists():
        messages.info(request, "Backup codes belong to an app: add one first.")
        return redirect("psc:mfa")
    form = ProofForm(posted_data(request))

    def do() -> HttpResponse:
        codes = services.make_backup_codes(account=request.pacer_account)
        return manage_page(request, "psc/mfa_backup_codes.html", TAB, {"codes": codes})

    return _after_proof(request, form, do, "psc/mfa_backup_ask.html", {})


# ---- small parts


def _apps(request: HttpRequest) -> Any:
    return AuthenticatorApp.objects.filter(account=request.pacer_account)


def _after_proof(
    request: HttpRequest,
    form: ProofForm,
    do: Callable[[], HttpResponse],
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    context = {"form": form, **context}
    if not form.is_valid():
        return manage_page(request, template, TAB, context)
    try:
        _prove(request, **form.cleaned_data)
        return do()
    except Refused as refused:
        return _refused(request, form, refused, template, None, context)


def _prove(request: HttpRequest, password: str, passcode: str) -> None:
    """One of the two; counted as at the login. Raises Refused."""
    account = request.pacer_account
    if not password:
        services.prove(account=account, code=passcode)
        return
    sign_on.prove(
        rehearsal=request.rehearsal, username=account.username, password=password, what="mfa.prove"
    )


def _begin_again(request: HttpRequest) -> HttpResponse:
    messages.info(request, BEGIN_AGAIN)
    return redirect("psc:mfa_send")


def _refused(
    request: HttpRequest,
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
