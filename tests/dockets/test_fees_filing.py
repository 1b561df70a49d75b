"""Paying a filing fee with a practice card."""

from decimal import Decimal

import pytest

from dockets.fees import queries, services
from dockets.filing.prompt_forms import FeeForm
from dockets.models import DocketEntry, FilingFee, Party
from pacer_accounts.billing.refusals import BillingRefusal
from rehearsals.help.refusals import Refused
from tests.support import legacy, link_steps
from tests.support.billing_pages import DECLINED, GOOD, TODAY, TYPED
from tests.support.cast import JOHN, NOEL
from tests.support.filing_steps import arrive, press, step_path, submit, to_documents
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db
FEE = Decimal("400.00")
HISTORY = "/ecf/nmd/utilities/payment-history/"


def complaint(rehearsal) -> DocketEntry:
    rows = DocketEntry.objects.select_related("case__court")
    return rows.get(case__rehearsal=rehearsal, case__number="1:20-cv-90001", number=1)


def pay(rehearsal, **values) -> FilingFee:
    entry, payer = complaint(rehearsal), link_steps.on_file(rehearsal, NOEL)
    given = {"entry": entry, "payer": payer, "amount": FEE, "card": GOOD, "at": SEED_MOMENT}
    return services.pay_filing_fee(**(given | values))


def form(cards=(), **typed) -> FeeForm:
    return FeeForm({"fee": "pay"} | typed, amount=FEE, cards=list(cards), today=TODAY)


def test_receipt_is_mailed_logged_and_listed(visitor, inside_rehearsal):
    fee = pay(inside_rehearsal)
    assert fee.receipt_number.startswith("ANMDC-7")
    email = inside_rehearsal.mails.get()
    assert (email.to, fee.receipt_number in email.subject) == (NOEL.email, True)
    for text in ("$400.00", "Visa ending in 1111", "1:20-cv-90001-TRN-SIM", fee.receipt_number):
        assert text in email.body
    assert inside_rehearsal.activities.filter(what="filing.fee_paid").exists()
    page = page_text(legacy.as_filer(visitor, NOEL).get(HISTORY))
    assert f"{fee.receipt_number} March 27, 2020" in page
    assert "Total: $400.00" in page


def test_other_filers_see_their_own_payments_only(visitor, inside_rehearsal):
    pay(inside_rehearsal)
    visitor.at(LIVE)
    link_steps.link(visitor, JOHN)
    link_steps.agree(visitor)
    page = page_text(visitor.get(HISTORY))
    assert "You paid no filing fees in this court." in page


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"is_declined": True}, BillingRefusal.DECLINED),
        ({"expires_year": 2020, "expires_month": 2}, BillingRefusal.EXPIRED),
    ],
)
def test_refused_card_pays_nothing(inside_rehearsal, changes, reason):
    card = type(GOOD)(**(GOOD.__dict__ | changes))
    with pytest.raises(Refused) as refused:
        pay(inside_rehearsal, card=card)
    assert refused.value.reason is reason
    assert not FilingFee.objects.exists()
    assert not inside_rehearsal.mails.exists()


def test_declined_card_is_refused_on_the_form(rehearsal):
    declined = form(**TYPED | {"card_number": DECLINED})
    assert not declined.is_valid()
    assert "The bank declined this card." in str(declined.errors)
    assert DECLINED not in str(declined["card_number"])


def test_real_card_number_is_refused_and_not_echoed(rehearsal):
    real = form(**TYPED | {"card_number": "4929 1234 5678 9012"})
    assert not real.is_valid()
    assert "4929" not in str(real)


@pytest.mark.parametrize("status", ["ifp", "government"])
def test_without_a_fee_no_card_is_needed(status):
    waived = form(fee=status)
    assert waived.is_valid()
    assert waived.keep()["card"] is None


def test_card_stored_for_filing_fees_pays_after_the_link(visitor, inside_rehearsal):
    account = inside_rehearsal.pacer_accounts.get(account_number=JOHN.number)
    for last_four, pays in (("1111", True), ("4444", False)):
        account.stored_cards.create(
            rehearsal=inside_rehearsal, brand="Visa", last_four=last_four, holder_name="John",
            expires_year=2030, expires_month=1, added_at=SEED_MOMENT, pays_filing_fees=pays,
        )  # fmt: skip
    assert queries.filing_cards(link_steps.on_file(inside_rehearsal, JOHN)) == []
    link_steps.link(visitor.at(LIVE), JOHN)
    (card,) = queries.filing_cards(link_steps.on_file(inside_rehearsal, JOHN))
    stored = form([card], pay_with=str(card.pk))
    assert stored.is_valid()
    assert stored.keep()["card"]["last_four"] == "1111"
    assert "Pay with" not in str(form())
    foreign = form([card], pay_with=str(card.pk + 1))
    assert not foreign.is_valid()


def test_fee_step_refuses_a_declined_card_and_pays_with_the_filing(visitor, rehearsal):
    """From the menu to the payment history, after the link, with a card stored for filing fees."""
    link_steps.link(visitor.at(LIVE), JOHN)
    link_steps.agree(visitor)
    account = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    card = account.stored_cards.create(
        rehearsal=rehearsal, brand="Visa", last_four="1111", holder_name="John",
        expires_year=2030, expires_month=1, added_at=SEED_MOMENT, pays_filing_fees=True,
    )  # fmt: skip
    party = Party.objects.filter(
        rehearsal=rehearsal, appearances__cmecf_account__login=JOHN.login, case__kind="cv"
    ).first()
    to_documents(visitor, "motions", "motion-appear-phv", party.pk, party.case.number)
    step = arrive(press(visitor, "documents", practice="text"))
    while step != "fee":
        step = arrive(press(visitor, step, attorney="Nina Newcomer"))
    declined = TYPED | {"fee": "pay", "pay_with": "new", "card_number": DECLINED}
    assert arrive(press(visitor, "fee", **declined)) == "fee"
    page = visitor.get(step_path("fee"))
    assert "The bank declined this card." in page_text(page)
    assert DECLINED not in str(page.context["form"])
    assert not FilingFee.objects.exists()
    press(visitor, "fee", fee="pay", pay_with=str(card.pk))
    press(visitor, "docket-text", words="")
    assert not FilingFee.objects.exists()
    entry = submit(visitor)
    fee = FilingFee.objects.get(entry=entry)
    assert (fee.amount, fee.last_four) == (Decimal("100.00"), "1111")
    assert fee.receipt_number in entry.text
    assert fee.receipt_number in page_text(visitor.get(HISTORY))
