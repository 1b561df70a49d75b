"""The docket sheet as a PDF: its receipt page, what it shows to whom, and what it costs."""

import re
from datetime import timedelta
from decimal import Decimal
from html import unescape

import pytest

from dockets.models import Appearance, Party, Restriction
from dockets.query.nonce import make_nonce
from pacer_accounts.models import UsageTransaction
from tests.support.cast import NOEL, SKYE
from tests.support.docketed import case_of
from tests.support.dockets import court_of, fill_docket, keep_complaint, make_case
from tests.support.legacy import as_filer, as_reader, log_in
from tests.support.moments import SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.pdfs import links_of, texts_of

pytestmark = pytest.mark.django_db

SHEET = "/ecf/nmd/cgi-bin/DktRpt.pl"
FIELDS = {
    "list_of_parties_and_counsel": "on",
    "terminated_parties": "on",
    "pdf_header": "1",
    "output_format": "pdf",
}


@pytest.fixture
def skye(visitor):
    """Skye, who only searches, logged in with PACER at the seed moment."""
    return as_reader(visitor, SKYE)


@pytest.fixture
def case(rehearsal):
    case = case_of(rehearsal)
    keep_complaint(case)
    return case


def ask(visitor, case, **fields):
    """Run the report as PDF: the receipt page."""
    return visitor.post(f"{SHEET}?{make_nonce(case)}", {"all_case_ids": case.pk} | FIELDS | fields)


def accept(visitor, case, page):
    """Press the button of the receipt page."""
    form = re.search(r'(?s)<form method="post".*?</form>', page.content.decode())[0]
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
    sent = {name: unescape(value) for name, value in fields if name != "csrfmiddlewaretoken"}
    return visitor.post(f"{SHEET}?{make_nonce(case)}", sent)


def run(visitor, case, **fields):
    """The PDF, paid."""
    answer = accept(visitor, case, ask(visitor, case, **fields))
    assert answer["Content-Type"] == "application/pdf", page_text(answer)
    return b"".join(answer.streaming_content)


def charges(rehearsal):
    rows = UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT)
    return [(row.description, row.search, row.pages, row.fee) for row in rows]


def set_text(case, number, text):
    case.entries.filter(number=number).update(text=text)


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


def test_pdf_has_the_caption_parties_and_entries_of_the_html_sheet(skye, case):
    text = texts_of(run(skye, case))[0]
    parts = (
        "1:20-cv-90001-TRN-SIM Docket Sheet Page 1 of 1",
        "CIVIL DOCKET FOR CASE #: 1:20-cv-90001-TRN-SIM",
        "Practice Mesa Water Cooperative v. Sample Ditch Company Date Filed: 01/14/2020",
        "Plaintiff Practice Mesa Water Cooperative represented by Noel Attorney",
        "LEAD ATTORNEY",
        "V. Defendant",
        "Sample Ditch Company represented by Adele Counsel",
        "Date Filed # Docket Text 01/14/2020 1 COMPLAINT",
        "(Attachments: # 1 Exhibit A) (Attorney, Noel) (Entered: 01/14/2020)",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_criminal_pdf_has_the_counts_of_each_defendant_first(skye, rehearsal):
    text = " ".join(texts_of(run(skye, case_of(rehearsal, "1:20-cr-90003"))))
    parts = (
        "Case title: United States v. Sampleton",
        "Defendant (1) Sandy Sampleton",
        "Pending Counts Disposition 18:1343 WIRE FRAUD (1)",
        "Highest Offense Level (Opening) Felony",
        "Defendant (2) Quinn Imaginary",
        "TERMINATED: 03/06/2020",
        "Plaintiff United States of America",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_numbers_lead_to_the_documents_at_the_court(skye, case):
    documents = {one.attachment: one.pk for one in case.entries.get(number=1).documents.all()}
    for headers, query in (("1", ""), ("", "?pdf_header=0")):
        links = links_of(run(skye, case, pdf_header=headers))
        assert [link.partition("/ecf/")[2] for link in links] == [
            f"nmd/doc1/1210{documents[0]:07}{query}",  # it has an attachment
            f"nmd/doc1/1211{documents[1]:07}{query}",
        ]
        assert all(link.startswith("http://testserver/r/") for link in links)


def test_number_of_an_earlier_entry_is_a_link_in_the_docket_text(skye, case):
    fill_docket(case, 2)
    set_text(case, 3, "RESPONSE re 2 NOTICE by Sample Ditch Company.")
    case.entries.filter(number=3).update(refers_to=[2])
    document = case.entries.get(number=2).documents.get(attachment=0)
    pdf = run(skye, case, documents_numbered_from_="3")
    assert "RESPONSE re 2 NOTICE by Sample" in texts_of(pdf)[0]
    assert links_of(pdf)[1].endswith(f"/doc1/1210{document.pk:07}")


@pytest.mark.parametrize(
    ("fields", "numbers"),
    [
        ({"date_from": "1/20/2020", "date_to": "01/21/2020"}, [2, 3]),
        ({"documents_numbered_from_": "4"}, [4, 5]),
        ({"sort1": "most recent date first"}, [5, 4, 3, 2, 1]),
    ],
)
def test_filters_and_order_are_those_of_the_form(skye, case, fields, numbers):
    fill_docket(case, 4)  # numbers 2 to 5, filed from January 20
    text = " ".join(texts_of(run(skye, case, **fields)))
    entries = re.findall(r"\d\d/\d\d/2020 (\d) (?:COMPLAINT|NOTICE)", text)
    assert [int(number) for number in entries] == numbers


def test_parties_and_terminated_parties_can_be_left_out(skye, case):
    Party.objects.filter(case=case, role="Defendant").update(terminated_on=case.filed_on)
    with_all = texts_of(run(skye, case))[0]
    assert "TERMINATED: 01/14/2020" in with_all
    assert "Adele Counsel" in with_all
    assert "Adele Counsel" not in texts_of(run(skye, case, terminated_parties=""))[0]
    assert "represented by" not in texts_of(run(skye, case, list_of_parties_and_counsel=""))[0]


def test_sealed_lead_and_related_cases_are_not_named_in_the_pdf(skye, rehearsal, case):
    for number in ("1:19-cv-91", "1:19-cv-92"):
        make_case(court_of(rehearsal), number, "Sealed v. Sealed", access="sealed")
    case.lead_case, case.related_cases = "1:19-cv-91", ["1:19-cv-92", "20-2901"]
    case.save()
    text = texts_of(run(skye, case))[0]
    assert "Related case: 20-2901" in text
    assert "1:19-cv-9" not in text


def test_sealed_entry_is_not_in_the_pdf_and_a_restricted_one_has_no_link(
    skye, new_visitor, rehearsal, case
):
    fill_docket(case, 2)
    case.entries.filter(number=2).update(restriction=Restriction.SEALED)
    case.entries.filter(number=3).update(restriction=Restriction.PARTICIPANTS)
    restricted = f"/doc1/1211{case.entries.get(number=3).documents.get().pk:07}"
    pdf = run(skye, case)
    text = texts_of(pdf)[0]
    assert "NOTICE number 1 " not in text
    assert "NOTICE number 2 " in text
    assert len(links_of(pdf)) == 2  # of the complaint and its exhibit
    noel = as_filer(new_visitor(), NOEL)
    log_in(noel, NOEL.username, NOEL.password, at=SHEET)  # a filer pays with PACER
    assert any(link.endswith(restricted) for link in links_of(run(noel, case)))


def test_sealed_case_is_refused_and_costs_nothing(skye, rehearsal):
    sealed = make_case(court_of(rehearsal), "1:20-cv-90078", "Sealed v. Sealed", access="sealed")
    assert ask(skye, sealed, got_receipt="1", pages="1").status_code == 403
    assert charges(rehearsal) == []


def test_report_without_entries_says_so(skye, rehearsal, case):
    assert (
        "but none satisfy the selection criteria"
        in texts_of(run(skye, case, date_from="1/1/2021"))[0]
    )


def test_pages_without_the_receipt_are_billed_up_to_the_cap(skye, rehearsal, case):
    fill_docket(case, 40)
    pages = len(texts_of(run(skye, case))) - 1
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
    run(skye, case)  # another receipt page
    assert len(charges(rehearsal)) == 2
    accept(skye.at(SEED_MOMENT + timedelta(hours=1)), case, page)
    assert case.rehearsal.usage_transactions.filter(at__gt=SEED_MOMENT).count() == 1


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
    texts = texts_of(run(visitor, case))
    assert "Billable Pages: 1 Cost: 0.00" in texts[-1]
    assert [row[3] for row in charges(rehearsal)] == [0]


def test_hostile_text_is_printed_as_it_is(skye, rehearsal, case):
    fill_docket(case, 3)
    markup = '<b>BOLD</b> & <a href="javascript:alert(1)">x</a> (\\) Tj ET <para> &lt; %PDF'
    set_text(case, 2, markup)
    set_text(case, 3, "漢字 😀 José Gonzālez — \u202e“§ 5”\x07")
    set_text(case, 4, "W" * 5000)
    Appearance.objects.filter(party__case=case).update(name="A <i>& B</i>")
    pdf = run(skye, case)
    text = " ".join(texts_of(pdf))
    assert markup in text
    assert "?? ? José Gonzalez — “§ 5”" in text
    assert text.count("W") >= 5000
    assert "A <i>& B</i>" in text
    assert "This PDF doesn't have every character of the docket." in text
    assert len(links_of(pdf)) == 6  # four numbers and two attachments


def test_note_about_characters_is_only_where_some_are_missing(skye, case):
    assert "every character" not in texts_of(run(skye, case))[0]


@pytest.mark.parametrize(
    ("limit", "value"),
    [("views.MANY_ENTRIES", 30), ("pdf.layout.MOST_PAGES", 2)],  # for 1,000 and 300
)
def test_report_over_a_limit_says_what_to_do(skye, rehearsal, case, monkeypatch, limit, value):
    monkeypatch.setattr(f"dockets.reports.docket_sheet.{limit}", value)
    fill_docket(case, 30)
    set_text(case, 31, "NOTICE of words. " * 800)
    page = ask(skye, case, date_from="1/2/2020")
    assert "A PDF can have 1,000 entries and 300 pages, and this report is longer." in page_text(
        page
    )
    assert 'value="1/2/2020"' in page.content.decode()
    assert charges(rehearsal) == []
    narrowed = ask(skye, case, documents_numbered_to_="30")
    assert "The PDF has" in page_text(narrowed)


def test_number_of_queries_does_not_depend_on_the_entries(
    skye, case, django_assert_num_queries, django_assert_max_num_queries
):
    fill_docket(case, 2)
    case.entries.filter(number=3).update(refers_to=[1, 2])
    with django_assert_max_num_queries(25) as few:
        ask(skye, case)
    fill_docket(case, 300)
    case.entries.filter(number__gt=100).update(refers_to=[1, 2])
    with django_assert_num_queries(len(few)):
        ask(skye, case)
