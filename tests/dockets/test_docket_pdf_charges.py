"""What the docket sheet as a PDF costs: its receipt page, and when it is charged."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.support.cast import SKYE
from tests.support.docket_pdf import accept, ask, charges, pdf_of
from tests.support.docket_sheet import SHEET
from tests.support.dockets import court_of, fill_docket, make_case
from tests.support.legacy import log_in
from tests.support.moments import SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.pdfs import texts_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(short_docket):
    return short_docket


def test_receipt_page_says_what_the_pdf_costs_and_the_button_charges_it(skye, rehearsal, case):
    page = ask(skye, case)
    text = page_text(page)
    assert "The PDF has 1 page and a receipt, which is free." in text
    assert "Description: Docket Report Case Number: 1:20-cv-90001-TRN-SIM" in text
    assert "Billable Pages: 1 Cost: 0.10" in text
    assert charges(rehearsal) == []
    answer = accept(skye, case, page)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="nmd-1-20-cv-90001-docket.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    sheet, receipt = texts_of(b"".join(answer.streaming_content))
    assert "Page 1 of 1" in sheet
    assert "PACER Service Center Transaction Receipt 03/27/2020 10:06:38" in receipt
    assert "Billable Pages: 1 Cost: 0.10" in receipt
    assert "Page" not in receipt.replace("Billable Pages", "")
    assert charges(rehearsal) == [("Docket Report", case.full_number, 1, Decimal("0.10"))]
    used = page_text(skye.get("/ecf/nmd/utilities/billing-history/"))
    assert "Docket Report March 27, 2020, 10:06 am none 1:20-cv-90001-TRN-SIM 1 $0.10" in used


def test_sealed_case_is_refused_and_costs_nothing(skye, rehearsal):
    sealed = make_case(court_of(rehearsal), "1:20-cv-90078", "Sealed v. Sealed", access="sealed")
    assert ask(skye, sealed, got_receipt="1", pages="1").status_code == 403
    assert charges(rehearsal) == []


def test_pages_without_the_receipt_are_billed_up_to_the_cap(skye, rehearsal, case):
    fill_docket(case, 40)
    pages = len(texts_of(pdf_of(skye, case))) - 1
    assert pages > 1
    case.entries.filter(number__gt=1).update(text="NOTICE of words. " * 250)
    page = ask(skye, case)
    assert "Billable Pages: 30 Cost: 3.00" in page_text(page)
    texts = texts_of(b"".join(accept(skye, case, page).streaming_content))
    assert len(texts) > 32
    assert f"Page {len(texts) - 1} of {len(texts) - 1}" in texts[-2]
    assert "Billable Pages: 30 Cost: 3.00" in texts[-1]
    assert [pages_and_fee[2:] for pages_and_fee in charges(rehearsal)] == [
        (pages, Decimal(pages) / 10),
        (30, Decimal("3.00")),
    ]


def test_docket_that_got_longer_asks_again_and_charges_nothing(skye, rehearsal, case):
    page = ask(skye, case)
    fill_docket(case, 100)
    again = accept(skye, case, page)
    assert "The docket has changed since you opened the receipt." in page_text(again)
    assert charges(rehearsal) == []
    pdf = b"".join(accept(skye, case, again).streaming_content)
    assert charges(rehearsal)[0][2] == len(texts_of(pdf)) - 1 > 1


def test_receipt_page_is_charged_once_an_hour(skye, rehearsal, case):
    page = ask(skye, case)
    for _ in range(2):
        assert accept(skye, case, page)["Content-Type"] == "application/pdf"
    assert len(charges(rehearsal)) == 1
    pdf_of(skye, case)  # another receipt page
    assert len(charges(rehearsal)) == 2
    accept(skye.at(SEED_MOMENT + timedelta(hours=1)), case, page)
    assert case.rehearsal.usage_transactions.filter(at__gt=SEED_MOMENT).count() == 1


@pytest.mark.parametrize("moved", [timedelta(hours=1), timedelta(hours=-1)])
def test_double_click_on_an_old_receipt_page_is_charged_once(skye, rehearsal, case, moved):
    page = ask(skye, case)
    accept(skye, case, page)
    before = rehearsal.usage_transactions.count()
    skye.at(SEED_MOMENT + moved)
    for _ in range(2):
        accept(skye, case, page)
    assert rehearsal.usage_transactions.count() == before + 1


def test_receipt_page_of_one_case_does_not_pay_for_another(skye, rehearsal, case):
    page = ask(skye, case)
    other = make_case(court_of(rehearsal), "1:20-cv-90077", "Nobody v. No One")
    accept(skye, case, page)
    page.content = page.content.replace(
        f'"all_case_ids" value="{case.pk}"'.encode(), f'"all_case_ids" value="{other.pk}"'.encode()
    )
    accept(skye, other, page)
    assert [row[1] for row in charges(rehearsal)] == [case.full_number, other.full_number]


def test_receipt_page_sent_with_other_choices_is_charged(skye, rehearsal, case):
    page = ask(skye, case, documents_numbered_from_="1")
    accept(skye, case, page)
    name = b'name="documents_numbered_from_" value='
    page.content = page.content.replace(name + b'"1"', name + b'"2"')
    accept(skye, case, page)
    assert len(charges(rehearsal)) == 2


def test_account_that_hides_receipts_gets_the_pdf_at_once_without_one(skye, rehearsal, case):
    rehearsal.pacer_accounts.filter(username=SKYE.username).update(shows_receipts=False)
    answer = ask(skye, case)
    texts = texts_of(b"".join(answer.streaming_content))
    assert len(texts) == 1
    assert "Transaction Receipt" not in texts[0]
    assert len(charges(rehearsal)) == 1


def test_exempt_account_pays_nothing(visitor, rehearsal, case):
    log_in(visitor, "miriamcja", "Mesa-Exempt-17", at=SHEET)
    visitor.post("/ecf/nmd/utilities/exemption/", {"is_exempt": "yes"})
    texts = texts_of(pdf_of(visitor, case))
    assert "Billable Pages: 1 Cost: 0.00" in texts[-1]
    assert [row[3] for row in charges(rehearsal)] == [0]
