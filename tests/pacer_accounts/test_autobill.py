"""Stored cards: from registration, and charged at the end of a quarter."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from pacer_accounts.billing import charge_services, queries
from pacer_accounts.choices import FeeKind
from rehearsals.clock import due_events
from tests.support.login_pages import PSC, log_in
from tests.support.moments import SEED_MOMENT
from tests.support.payment_pages import make_paa, make_person
from tests.support.registration_pages import (
    ACCEPTED,
    CARD,
    FIRM,
    FIRST,
    FOURTH,
    SECOND,
    SECURITY,
    THIRD,
    fill,
    press,
    session_contents,
)
from tests.support.stored import everything_stored

pytestmark = pytest.mark.django_db
ZONE = ZoneInfo("America/Denver")
QUARTER_END = datetime(2020, 4, 1, tzinfo=ZONE)
AUTOBILLED, EXPIRED_LETTER = "PACER payment receipt", "PACER fees were not charged"


def used(account, pages=301):
    charge_services.charge(
        account=account,
        court_code="nmd",
        description="Search",
        kind=FeeKind.SEARCH,
        pages=pages,
        at=SEED_MOMENT,
    )
    return account


def keep_card(account, year=2030, month=12, last_four="1111", **bills):
    return account.stored_cards.create(
        rehearsal=account.rehearsal, brand="Visa", last_four=last_four, holder_name="Pat Practice",
        expires_year=year, expires_month=month, added_at=SEED_MOMENT, **bills,
    )  # fmt: skip


def letters(account):
    return [mail.subject for mail in account.rehearsal.mails.order_by("pk")]


@pytest.mark.parametrize("make", [make_person, make_paa])
def test_quarter_bill_charged_to_stored_card_with_receipt(inside_rehearsal, make):
    account = used(make(inside_rehearsal))
    keep_card(account)
    due_events.fire(inside_rehearsal, at=QUARTER_END)
    account.refresh_from_db()
    payment = account.payments.get()
    assert (payment.amount, payment.at, payment.last_four) == (
        Decimal("30.10"),
        QUARTER_END,
        "1111",
    )
    assert account.balance == 0 == queries.amount_owed(account, at=QUARTER_END)
    assert letters(account) == [AUTOBILLED]
    assert inside_rehearsal.activities.filter(what="pacer.autobill", detail="$30.10").count() == 1
    due_events.schedule(
        inside_rehearsal, charge_services.QUARTER_ENDS, due_at=QUARTER_END, payer=account.pk
    )
    due_events.fire(inside_rehearsal, at=QUARTER_END)
    assert account.payments.count() == 1


@pytest.mark.parametrize(("month", "is_good"), [(3, False), (4, True)])
def test_expired_card_reported_by_email_and_balance_stays(inside_rehearsal, month, is_good):
    account = used(make_person(inside_rehearsal))
    keep_card(account, year=2020, month=month)
    due_events.fire(inside_rehearsal, at=QUARTER_END)
    account.refresh_from_db()
    assert account.balance == Decimal("0.00" if is_good else "30.10")
    assert account.payments.exists() is is_good
    assert letters(account) == [AUTOBILLED if is_good else EXPIRED_LETTER]


def test_valid_card_charged_when_another_has_expired(inside_rehearsal):
    account = used(make_person(inside_rehearsal))
    keep_card(account, year=2020, month=1)
    keep_card(account, last_four="4444")
    due_events.fire(inside_rehearsal, at=QUARTER_END)
    assert account.payments.count() == 1
    assert letters(account) == [AUTOBILLED]


def test_filing_fee_card_and_waived_quarter_not_charged(inside_rehearsal):
    filing, waived = (
        used(make_person(inside_rehearsal)),
        used(make_person(inside_rehearsal), pages=300),
    )
    keep_card(filing, pays_pacer_fees=False, pays_filing_fees=True)
    keep_card(waived)
    due_events.fire(inside_rehearsal, at=QUARTER_END)
    filing.refresh_from_db()
    assert filing.balance == Decimal("30.10")
    assert not filing.payments.exists()
    assert not waived.payments.exists()
    assert letters(filing) == []


def pages_of_a_person(visitor):
    fill(visitor, until=THIRD)


def pages_of_a_paa(visitor):
    kind = visitor.get(FIRST, data={"kind": "firm-billing"})
    assert kind.status_code in (200, 302)
    press(visitor, FIRST, FIRM)
    press(visitor, SECOND, SECURITY)


@pytest.mark.parametrize("fill_in", [pages_of_a_person, pages_of_a_paa])
def test_card_from_registration_stored_without_its_number(visitor, fill_in):
    fill_in(visitor)
    shown = visitor.get(THIRD).content.decode()
    assert "We don't charge cards or keep card numbers." in shown
    press(visitor, THIRD, CARD)
    for number in (CARD["card_number"], CARD["card_number"].replace(" ", "")):
        assert number not in session_contents()
        assert number not in everything_stored()
    review = visitor.get(FOURTH).content.decode()
    assert "Practice card, Visa ending in 1111" in review
    assert not visitor.rehearsal.stored_cards.exists()
    press(visitor, FOURTH, ACCEPTED)
    card = visitor.rehearsal.stored_cards.get()
    assert (card.account.username, card.holder_name, card.pays_pacer_fees) == (
        SECURITY["username"],
        "Adele Counsel",
        True,
    )
    assert (str(card), card.expires_year, card.expires_month) == ("Visa ending in 1111", 2022, 5)
    assert CARD["card_number"].replace(" ", "") not in everything_stored()
    log_in(visitor, username=SECURITY["username"], password=SECURITY["password"], path=PSC)
    assert "Visa ending in 1111" in visitor.get("/psc/account/payments/cards/").content.decode()
