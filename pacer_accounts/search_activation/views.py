"""Activate Case Search Privileges: enter the letter's code, request another letter, or add a card."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect

from pacer_accounts.account_menu.pages import manage_page, settings_page
from pacer_accounts.billing.cards import PRACTICE_CARDS
from pacer_accounts.billing.forms import CardForm
from pacer_accounts.billing.services import activate_by_card
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.search_activation import services
from pacer_accounts.search_activation.forms import CodeForm
from pacer_accounts.search_activation.queries import pending_letter
from pacer_accounts.search_activation.rules import why_not_activate
from rehearsals.clock.court_time import court_day, day_text
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import SIGN_IN
from rehearsals.web.http import get_or_post

ACTIVE = "Case search is active. You can search for cases now. We e-mailed a confirmation."
TEMPLATE = "psc/activate_search.html"


@get_or_post
@settings_page
def activate_search(request: SignedOnRequest) -> HttpResponse:
    """Each of the three forms posts its own `action`."""
    action = request.POST.get("action", "")
    code_form = CodeForm(request.POST if action == "code" else None)
    card_form = CardForm(
        request.POST if action == "card" else None,
        today=court_day(request.at, request.rehearsal.time_zone),
    )
    try:
        if action == "letter":
            return _request_letter(request)
        if _activate(request, code_form, card_form):
            messages.success(request, ACTIVE)
            return redirect("account:landing")
    except Refused as refused:
        return _page(request, code_form, card_form, refused)
    return _page(request, code_form, card_form)


def _activate(request: SignedOnRequest, code_form: CodeForm, card_form: CardForm) -> bool:
    """Activate case search with the form that was posted; False if it isn't valid."""
    account = request.pacer_account
    if code_form.is_bound and code_form.is_valid():
        with attempt(request, SIGN_IN, name=account.account_number):
            services.activate_by_code(
                account=account,
                typed=code_form.cleaned_data["code"],
                at=request.at,
                wall_at=request.wall_at,
            )
        return True
    if card_form.is_bound and card_form.is_valid():
        activate_by_card(account=account, card=card_form.card(), at=request.at)
        return True
    return False


def _request_letter(request: SignedOnRequest) -> HttpResponse:
    letter = services.request_letter(account=request.pacer_account, at=request.at)
    messages.success(
        request,
        f"A new letter will arrive by U.S. mail on {day_text(letter.due_at, request.rehearsal.time_zone)}."
        " Codes from older letters no longer work.",
    )
    return redirect("account:activate_search")


def _page(
    request: SignedOnRequest, code_form: Form, card_form: Form, refused: Refused | None = None
) -> HttpResponse:
    account = request.pacer_account
    why_not = why_not_activate(account.case_search_status)
    refusal = refused.reason if refused else why_not
    context = {
        "form": card_form if card_form.is_bound else code_form,
        "code_form": code_form,
        "card_form": card_form,
        "refusal": refusal,
        "desk": card_of(request, refusal.desk) if refusal else None,
        "may_activate": why_not is None,
        "pending_letter": pending_letter(account),
        "test_cards": PRACTICE_CARDS,
    }
    return manage_page(request, TEMPLATE, "Settings", context)
