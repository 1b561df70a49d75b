"""The two Settings pages about billing, and a sentence on a client code's format for the script."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from pacer_accounts.account_menu.pages import manage_page, settings_page
from pacer_accounts.group_billing.emails import code_sentence
from pacer_accounts.group_billing.queries import is_paa, membership_of, name_of
from pacer_accounts.models import PaaMembership
from pacer_accounts.preferences import services
from pacer_accounts.preferences.client_codes import example, in_words, mask_faults
from pacer_accounts.preferences.forms import BillingEmailForm, PreferencesForm, ReceiptsForm
from rehearsals.web.http import posted_data

form_page = require_http_methods(["GET", "HEAD", "POST"])
TAB = "Settings"


@form_page
@settings_page
def billing_email(request: HttpRequest) -> HttpResponse:
    """Update PACER Billing Email."""
    account = request.pacer_account
    initial = {
        "email": account.email,
        "confirm_email": account.email,
        "billing_notice_emails": account.billing_notice_emails,
    }
    form = BillingEmailForm(posted_data(request), initial=initial)
    if form.is_valid():
        typed = form.cleaned_data
        services.set_billing_email(
            account=account, email=typed["email"], notice_emails=typed["billing_notice_emails"]
        )
        messages.success(
            request, f"Billing notices go to {typed['email']} from now on. A letter is on its way."
        )
        return redirect("account:landing")
    return manage_page(request, "psc/settings_billing_email.html", TAB, {"form": form})


@form_page
@settings_page
def billing_preferences(request: HttpRequest) -> HttpResponse:
    """Set PACER Billing Preferences. "Explain" shows the format in words and changes nothing."""
    membership = membership_of(request.pacer_account)
    form = _preferences_form(request, membership)
    is_explaining = request.POST.get("action") == "explain"
    if form.is_valid() and not is_explaining:
        return _set_preferences(request, form.cleaned_data)
    context = {
        "form": form,
        "paa_name": name_of(membership.paa) if membership else "",
        "code_sentence": code_sentence(request.pacer_account),
        "is_paa": is_paa(request.pacer_account),
    }
    if "client_code_format" in form.fields:
        typed = form["client_code_format"].value() or ""
        context["explanation"] = explanation(typed, request.rehearsal.era)
    return manage_page(request, "psc/settings_billing_preferences.html", TAB, context)


def _preferences_form(request: HttpRequest, membership: PaaMembership | None) -> ReceiptsForm:
    account = request.pacer_account
    initial = {
        "shows_receipts": "yes" if account.shows_receipts else "no",
        "requires_client_code": "yes" if account.requires_client_code else "no",
        "client_code_format": account.client_code_format,
    }
    if membership:
        return ReceiptsForm(posted_data(request), initial=initial)
    return PreferencesForm(posted_data(request), initial=initial, era=request.rehearsal.era)


def _set_preferences(request: HttpRequest, chosen: dict[str, Any]) -> HttpResponse:
    told = services.set_preferences(account=request.pacer_account, **chosen)
    messages.success(request, "The billing preferences are saved. A letter is on its way.")
    if told:
        plural = "member has" if told == 1 else "members have"
        messages.info(request, f"{told} {plural} a new client-code rule and a letter about it.")
    return redirect("account:landing")


@login_not_required
@require_safe
def client_code_format(request: HttpRequest) -> HttpResponse:
    """The sentence on ?format=…, as plain text, for static/js/client-code.js. Knows no account."""
    words = explanation(request.GET.get("format", "")[:100], request.rehearsal.era)
    return HttpResponse(words, content_type="text/plain; charset=utf-8")


def explanation(mask: str, era: str) -> str:
    """What the format `mask` allows, in a sentence, with an example; or what is wrong with it."""
    mask = mask.strip()
    if faults := mask_faults(mask, era):
        return " ".join(faults)
    if not mask:
        return f"Allowed: {in_words(mask)}."
    return f"Allowed: {in_words(mask)}. Example: {example(mask)}"
