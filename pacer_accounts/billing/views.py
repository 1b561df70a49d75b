"""The Payments tab: stored cards, and a payment in two steps with its receipt."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pacer_accounts.account_menu.pages import manage_page
from pacer_accounts.billing import services
from pacer_accounts.billing.cards import PRACTICE_CARDS, Card
from pacer_accounts.billing.forms import ChangeCardForm, PaymentForm, StoredCardForm
from pacer_accounts.billing.rules import MOST_CARDS
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.wizards.drafts import Draft
from rehearsals.clock.court_time import court_day
from rehearsals.help.refusals import Refused
from rehearsals.web.http import get_or_post, posted_data

TAB = "Payments"
CONFIRM = "confirm"


@get_or_post
@never_cache
def stored_payment(request: SignedOnRequest) -> HttpResponse:
    """Manage My Stored Payment Information: the cards, and a form to add one."""
    account = request.pacer_account
    form = StoredCardForm(posted_data(request), today=_today(request))
    if form.is_valid():
        try:
            card = services.add_card(
                account=account, card=form.card(), bills=form.bills(), at=request.at
            )
        except Refused as refused:
            form.add_error(None, f"{refused.reason.sentence} {refused.reason.todo}")
        else:
            messages.success(request, f"You stored {card}.")
            return redirect("account:stored_payment")
    cards = list(account.stored_cards.order_by("pk"))
    context = {"form": form, "cards": cards, "is_full": len(cards) >= MOST_CARDS}
    return _page(request, "psc/stored_payment.html", context)


@get_or_post
@never_cache
def change_card(request: SignedOnRequest, pk: int) -> HttpResponse:
    """Change what a stored card is used for, its name or its expiration date; or remove it."""
    card = get_object_or_404(request.pacer_account.stored_cards, pk=pk)
    if request.method == "POST" and request.POST.get("action") == "remove":
        services.remove_card(card=card, at=request.at)
        messages.success(request, f"You removed {card}.")
        return redirect("account:stored_payment")
    form = ChangeCardForm(
        posted_data(request), today=_today(request), initial=ChangeCardForm.initial_of(card)
    )
    if form.is_valid():
        services.change_card(card=card, values=form.expiry() | form.bills(), at=request.at)
        messages.success(request, f"You updated {card}.")
        return redirect("account:stored_payment")
    return _page(request, "psc/change_card.html", {"form": form, "card": card})


@get_or_post
@never_cache
def one_time_payment(request: SignedOnRequest) -> HttpResponse:
    """Make One-Time PACER Fee Payment, step 1: the amount and the card."""
    account = request.pacer_account
    form = PaymentForm(
        posted_data(request),
        today=_today(request),
        balance=account.balance,
        cards=list(account.stored_cards.order_by("pk")),
        initial={"amount": account.balance},
    )
    if form.is_valid():
        draft = _draft(request)
        draft.start_over()
        amounts = {"amount": str(form.cleaned_data["amount"]), "seen": str(account.balance)}
        draft.keep(CONFIRM, amounts | {"card": asdict(form.card())})
        return redirect("account:confirm_payment")
    return _page(request, "psc/one_time_payment.html", {"form": form})


@get_or_post
@never_cache
def confirm_payment(request: SignedOnRequest) -> HttpResponse:
    """Step 2: confirm what will be paid. A second submit shows the same receipt."""
    draft = _draft(request)
    token = request.POST.get("draft", "")
    if draft.is_finished(token) and draft.result:
        return redirect("account:payment_receipt", draft.result)
    kept = draft.page(CONFIRM)
    if not kept or (request.method == "POST" and not draft.owns(token)):
        messages.info(request, "Start by entering the amount and the card.")
        return redirect("account:one_time_payment")
    if request.method == "POST":
        return _pay(request, draft, kept)
    card = Card(**kept["card"])
    context = {"amount": Decimal(kept["amount"]), "card": card, "draft": draft}
    return _page(request, "psc/confirm_payment.html", context)


def _pay(request: SignedOnRequest, draft: Draft, kept: dict[str, Any]) -> HttpResponse:
    try:
        payment = services.pay(
            account=request.pacer_account,
            amount=Decimal(kept["amount"]),
            card=Card(**kept["card"]),
            seen=Decimal(kept["seen"]),
            at=request.at,
            form=draft.token,
        )
    except Refused as refused:
        messages.error(request, f"{refused.reason.sentence} {refused.reason.todo}")
        draft.drop()
        return redirect("account:one_time_payment")
    draft.finish(str(payment.pk))
    return redirect("account:payment_receipt", payment.pk)


@require_safe
@never_cache
def payment_receipt(request: SignedOnRequest, pk: int) -> HttpResponse:
    payment = get_object_or_404(request.pacer_account.payments, pk=pk)
    return _page(request, "psc/payment_receipt.html", {"payment": payment})


def _today(request: SignedOnRequest) -> date:
    return court_day(request.at, request.rehearsal.time_zone)


def _draft(request: SignedOnRequest) -> Draft:
    return Draft(request.session, "payment", request.pacer_account.account_number)


def _page(request: SignedOnRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return manage_page(request, template, TAB, context | {"test_cards": PRACTICE_CARDS})
