"""The Payments tab: stored cards, a payment in two steps, and its receipt."""

from decimal import Decimal

import pytest

from pacer_accounts.billing import queries, services
from pacer_accounts.billing.cards import TEST_CARDS, Card
from pacer_accounts.billing.refusals import BillingRefusal
from pacer_accounts.models import Payment, StoredCard
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from rehearsals.help.refusals import Refused
from tests.support import login_pages
from tests.support.billing_pages import (
    CARDS,
    CONFIRM,
    DECLINED,
    GOOD,
    ONE_TIME,
    PAYMENTS,
    TYPED,
    begin,
    firm_of,
    html_of,
    pay,
)
from tests.support.cast import ADELE, NOEL
from tests.support.moments import SEED_MOMENT
from tests.support.payment_pages import enter, make_person
from tests.support.races import at_once, submit_at_once
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db


# ---- cards


def test_card_stored_without_its_number_changed_and_removed(at_the_firm, firm):
    page = html_of(at_the_firm.post(CARDS, TYPED, follow=True))
    assert "You stored Visa ending in 1111." in page
    assert "4111" not in page.replace("4111 1111 1111 1111", "")
    card = firm.stored_cards.get()
    changed = TYPED | {"name_on_card": "Adele Counsel", "pays_filing_fees": "on"}
    at_the_firm.post(f"{CARDS}{card.pk}/", changed)
    card.refresh_from_db()
    assert (card.holder_name, card.pays_filing_fees) == ("Adele Counsel", True)
    at_the_firm.post(f"{CARDS}{card.pk}/", {"action": "remove"})
    assert not firm.stored_cards.exists()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"card_number": "4242 4242 4242 4242"}, "That is not a practice card number."),
        ({"card_number": DECLINED}, "declined"),
        ({"expiry_year": "2020", "expiry_month": "02"}, "has expired"),
        ({"name_on_card": ""}, "Enter Name on Card"),
    ],
)
def test_refused_card_not_stored_or_shown(at_the_firm, firm, typed, message):
    page = html_of(at_the_firm.post(CARDS, TYPED | typed))
    assert message in page
    assert 'value="4242' not in page
    assert 'value="4000' not in page
    assert 'value="4111' not in page
    assert not firm.stored_cards.exists()


def test_card_saved_again_is_kept_once_with_the_new_values(at_the_firm, firm):
    for typed in (TYPED, TYPED, TYPED | {"expiry_year": "2022"}):
        page = html_of(at_the_firm.post(CARDS, typed, follow=True))
        assert "You stored Visa ending in 1111." in page
    assert firm.stored_cards.get().expires_year == 2022
    logged = firm.rehearsal.activities.filter(what__startswith="pacer.card_")
    assert [row.what for row in logged.order_by("pk")] == ["pacer.card_added", "pacer.card_changed"]


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_card_saved_four_times_at_once_is_kept_once():
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    firm = firm_of(rehearsal)
    save = {"account": firm, "card": GOOD, "bills": {"pays_pacer_fees": True}, "at": SEED_MOMENT}
    results = at_once(rehearsal, *[lambda: services.add_card(**save).pk] * 4)
    assert results == {firm.stored_cards.get().pk: 4}
    assert rehearsal.activities.filter(what="pacer.card_added").count() == 1


def test_fourth_card_refused(at_the_firm, firm):
    for _, number in TEST_CARDS:
        page = html_of(at_the_firm.post(CARDS, TYPED | {"card_number": number}, follow=True))
    assert "which is the limit" in page
    assert firm.stored_cards.count() == 3


def test_card_and_receipt_of_another_account_not_found(
    visitor, at_the_firm, firm, inside_rehearsal
):
    at_the_firm.post(CARDS, TYPED)
    receipt = firm.payments.get()
    enter(visitor, make_person(inside_rehearsal))
    assert visitor.get(f"{CARDS}{firm.stored_cards.get().pk}/").status_code == 404
    assert visitor.get(f"{PAYMENTS}{receipt.pk}/").status_code == 404


def test_card_removed_in_another_window_not_changed(inside_rehearsal, firm):
    card = services.add_card(account=firm, card=GOOD, bills={}, at=SEED_MOMENT)
    services.remove_card(card=StoredCard.objects.get(pk=card.pk), at=SEED_MOMENT)
    services.change_card(card=card, values={"holder_name": "Someone Else"}, at=SEED_MOMENT)
    assert not firm.stored_cards.exists()
    assert not inside_rehearsal.activities.filter(what="pacer.card_changed").exists()


# ---- paying


def test_payment_has_two_steps_a_receipt_and_an_email(at_the_firm, firm):
    before, paid = firm.balance, firm.payments.count()
    page = begin(at_the_firm, "5.00")
    assert firm.payments.count() == paid
    receipt = pay(at_the_firm, page)
    firm.refresh_from_db()
    assert firm.balance == before - 5 == queries.amount_owed(firm, at=SEED_MOMENT)
    assert "Payment Receipt" in html_of(receipt)
    path = receipt.redirect_chain[-1][0]
    assert "$5.00" in html_of(at_the_firm.get(path))
    assert firm.rehearsal.mails.filter(to=firm.email, subject="PACER payment receipt").count() == 1


def test_second_submit_pays_once_and_shows_the_same_receipt(at_the_firm, firm):
    page, paid = begin(at_the_firm, "5.00"), firm.payments.count()
    first, second = pay(at_the_firm, page), pay(at_the_firm, page)
    assert first.redirect_chain[-1] == second.redirect_chain[-1]
    assert firm.payments.count() == paid + 1


def test_stored_card_pays(at_the_firm, firm):
    at_the_firm.post(CARDS, TYPED)
    card, paid = firm.stored_cards.get(), firm.payments.count()
    page = at_the_firm.post(ONE_TIME, {"amount": "1.00", "pay_with": str(card.pk)}, follow=True)
    pay(at_the_firm, page)
    assert firm.payments.count() == paid + 1


@pytest.mark.parametrize(
    ("amount", "message"),
    [
        ("0.00", "Pay at least"),
        ("9999.00", "no more than"),
        ("1.001", "dollars and"),
        ("x", "dollars and"),
        ("1e1", "dollars and"),
        ("1_0", "dollars and"),
        ("٣", "dollars and"),
        ("NaN", "dollars and"),
        ("-1", "Pay at least"),
    ],
)
def test_invalid_amount_explained(at_the_firm, amount, message):
    assert message in html_of(begin(at_the_firm, amount))


def test_declined_card_pays_nothing(at_the_firm, firm):
    paid = firm.payments.count()
    answer = pay(at_the_firm, begin(at_the_firm, "5.00", card_number=DECLINED))
    assert "The bank declined this card" in html_of(answer)
    assert firm.payments.count() == paid


def test_zero_balance_shows_no_form(visitor):
    login_pages.log_in(visitor, NOEL, path=login_pages.PSC)
    assert "You don't owe anything" in html_of(visitor.get(ONE_TIME))


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_one_of_two_simultaneous_payments_made():
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    firm = firm_of(rehearsal)
    message = {"amount": Decimal("1.00"), "card": GOOD, "seen": firm.balance, "at": SEED_MOMENT}
    before = Payment.objects.count()
    acts = [lambda: services.pay(account=firm_of(rehearsal), **message).last_four] * 2
    assert at_once(rehearsal, *acts) == {"1111": 1, BillingRefusal.CHANGED: 1}
    assert Payment.objects.count() == before + 1


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_eight_identical_confirmations_pay_once_and_show_the_same_receipt():
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    adele = Visitor(rehearsal)
    login_pages.log_in(adele, ADELE, path=login_pages.PSC)
    before = Payment.objects.count()
    form = {"draft": begin(adele, "5.00").context["draft"].token}
    sent = submit_at_once(adele, CONFIRM, form, times=8)
    receipt = Payment.objects.latest("pk")
    assert {one.answer.url for one in sent} == {f"{rehearsal.mount}{PAYMENTS}{receipt.pk}/"}
    assert Payment.objects.count() == before + 1


def test_expired_stored_card_pays_nothing(inside_rehearsal):
    firm, old = firm_of(inside_rehearsal), Card("Visa", "1111", "Pat Practice", 2020, 2)
    with pytest.raises(Refused) as refused:
        services.pay(account=firm, amount=Decimal(1), card=old, seen=firm.balance, at=SEED_MOMENT)
    assert refused.value.reason is BillingRefusal.EXPIRED


def test_payments_tab_lists_payments_with_receipts(at_the_firm, firm):
    page = html_of(at_the_firm.get(PAYMENTS))
    assert f"{PAYMENTS}{firm.payments.get().pk}/" in page
    assert "$20.00" in page


def test_new_card_needs_all_its_fields(at_the_firm, firm):
    at_the_firm.post(CARDS, TYPED)
    page = html_of(at_the_firm.post(ONE_TIME, {"amount": "1.00", "pay_with": "new"}))
    assert "Enter Card Number" in page
    assert "leave the fields below empty" in html_of(at_the_firm.get(ONE_TIME))
