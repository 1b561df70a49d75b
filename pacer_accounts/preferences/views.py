from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from pacer_accounts.account_menu.pages import manage_page, settings_page
from pacer_accounts.group_billing.queries import is_paa, membership_of
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.models import PaaMembership
from pacer_accounts.preferences import services
from pacer_accounts.preferences.client_codes import describe_rule, explain
from pacer_accounts.preferences.forms import BillingEmailForm, PreferencesForm, ReceiptsForm
from rehearsals.web.http import RehearsalRequest, get_or_post, posted_data

TAB = "Settings"


@get_or_post
@settings_page
def billing_email(request: SignedOnRequest) -> HttpResponse:
    """Update PACER Billing Email."""
    account = request.pacer_account
    initial = {
        "email": account.email,
        "confirm_email": account.email,
        "billing_notice_emails": account.billing_notice_emails,
    }
    form = BillingEmailForm(posted_data(request), initial=initial)
    if form.is_valid():
        email, notice_emails = (
            form.cleaned_data[name] for name in ("email", "billing_notice_emails")
        )
        services.set_billing_email(
            account=account, email=email, notice_emails=notice_emails, at=request.at
        )
        text = f"Billing notices now go to {email}. We e-mailed a confirmation."
        messages.success(request, text)
        return redirect("account:landing")
    return manage_page(request, "psc/settings_billing_email.html", TAB, {"form": form})


@get_or_post
@settings_page
def billing_preferences(request: SignedOnRequest) -> HttpResponse:
    """Set PACER Billing Preferences. "Explain" describes the format and saves nothing."""
    account = request.pacer_account
    membership = membership_of(account)
    form = _preferences_form(request, membership)
    is_explaining = request.POST.get("action") == "explain"
    if form.is_valid() and not is_explaining:
        return _set_preferences(request, form.cleaned_data)
    context = {
        "form": form,
        "paa_name": membership.paa.mailing_name if membership else "",
        "code_rule": describe_rule(account.requires_client_code, account.client_code_format),
        "is_paa": is_paa(account),
    }
    if "client_code_format" in form.fields:
        typed = form["client_code_format"].value() or ""
        context["explanation"] = explain(typed, request.rehearsal.era)
    return manage_page(request, "psc/settings_billing_preferences.html", TAB, context)


def _preferences_form(request: SignedOnRequest, membership: PaaMembership | None) -> ReceiptsForm:
    account = request.pacer_account
    initial = {
        "shows_receipts": "yes" if account.shows_receipts else "no",
        "requires_client_code": "yes" if account.requires_client_code else "no",
        "client_code_format": account.client_code_format,
    }
    if membership:
        return ReceiptsForm(posted_data(request), initial=initial)
    return PreferencesForm(posted_data(request), initial=initial, era=request.rehearsal.era)


def _set_preferences(request: SignedOnRequest, preferences: dict[str, Any]) -> HttpResponse:
    changed = services.set_preferences(account=request.pacer_account, at=request.at, **preferences)
    messages.success(request, "You saved your billing preferences. We e-mailed a confirmation.")
    if changed:
        members = "1 member" if changed == 1 else f"{changed} members"
        messages.info(request, f"We changed the client code rule of {members} and e-mailed them.")
    return redirect("account:landing")


@login_not_required
@require_safe
def client_code_format(request: RehearsalRequest) -> HttpResponse:
    """The explanation of ?format=… as plain text, for static/js/client-code.js. Open to the public."""
    text = explain(request.GET.get("format", "")[:100], request.rehearsal.era)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
