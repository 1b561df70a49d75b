"""Activate Case Search Privileges: the code of the letter, another letter, or a card."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from pacer_accounts.account_menu.pages import manage_page, settings_page
from pacer_accounts.billing.cards import PRACTICE_CARDS
from pacer_accounts.billing.forms import CardForm
from pacer_accounts.billing.services import activate_by_card
from pacer_accounts.profile.forms import court_day
from pacer_accounts.search_activation import services
from pacer_accounts.search_activation.forms import CodeForm
from pacer_accounts.search_activation.rules import why_not_activate
from rehearsals.clock import clock
from rehearsals.clock.court_time import day_text
from rehearsals.help.desks import card_of as desk_card
from rehearsals.help.refusals import Refused
from rehearsals.packs.pack import get_pack

ACTIVE = "Case search is active: you can look up cases now. A letter is in your mailbox."
TEMPLATE = "psc/activate_search.html"


@require_http_methods(["GET", "HEAD", "POST"])
@settings_page
def activate_search(request: HttpRequest) -> HttpResponse:
    """Each of the three forms posts its own `action`."""
    action = request.POST.get("action", "")
    code = CodeForm(request.POST if action == "code" else None)
    card = _card_form(request, action)
    try:
        if action == "letter":
            return _ask_for_letter(request)
        if _is_done(request, code, card):
            messages.success(request, ACTIVE)
            return redirect("account:landing")
    except Refused as refused:
        return _page(request, code, card, refused)
    return _page(request, code, card)


def _card_form(request: HttpRequest, action: str) -> CardForm:
    today = court_day(request.rehearsal, clock.now())
    return CardForm(request.POST if action == "card" else None, today=today)


def _is_done(request: HttpRequest, code: CodeForm, card: CardForm) -> bool:
    account = request.pacer_account
    if code.is_bound and code.is_valid():
        services.activate_by_code(account=account, typed=code.cleaned_data["code"])
        return True
    if card.is_bound and card.is_valid():
        activate_by_card(account=account, card=card.card(), at=clock.now())
        return True
    return False


def _ask_for_letter(request: HttpRequest) -> HttpResponse:
    event = services.request_letter(account=request.pacer_account, at=clock.now())
    zone = get_pack(request.rehearsal.pack).home.time_zone
    messages.success(
        request,
        f"A new letter arrives by U.S. mail on {day_text(event.due_at, zone)}."
        " The code of an older letter no longer works.",
    )
    return redirect("account:activate_search")


def _page(
    request: HttpRequest, code: Form, card: Form, refused: Refused | None = None
) -> HttpResponse:
    account = request.pacer_account
    reason = refused.reason if refused else why_not_activate(account.case_search_status)
    context = {
        "form": card if card.is_bound else code,
        "code_form": code,
        "card_form": card,
        "refusal": reason,
        "desk": desk_card(request, reason.desk) if reason else None,
        "may_activate": why_not_activate(account.case_search_status) is None,
        "pending_letter": services.letter_on_its_way(account),
        "test_cards": PRACTICE_CARDS,
    }
    return manage_page(request, TEMPLATE, "Settings", context)
