"""The docket sheet as a PDF: what it shows, and to whom."""

import re

import pytest

from dockets.models import Appearance, Party, Restriction
from tests.support.cast import NOEL
from tests.support.docket_pdf import ask, charges, pdf_of, set_text
from tests.support.docket_sheet import SHEET
from tests.support.docketed import case_of
from tests.support.dockets import court_of, fill_docket, make_case
from tests.support.legacy import as_filer, log_in
from tests.support.page_text import page_text
from tests.support.pdfs import links_of, texts_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(short_docket):
    return short_docket


def test_pdf_has_the_caption_parties_and_entries_of_the_html_sheet(skye, case):
    text = texts_of(pdf_of(skye, case))[0]
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
    text = " ".join(texts_of(pdf_of(skye, case_of(rehearsal, "1:20-cr-90003"))))
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
        links = links_of(pdf_of(skye, case, pdf_header=headers))
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
    pdf = pdf_of(skye, case, documents_numbered_from_="3")
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
    text = " ".join(texts_of(pdf_of(skye, case, **fields)))
    entries = re.findall(r"\d\d/\d\d/2020 (\d) (?:COMPLAINT|NOTICE)", text)
    assert [int(number) for number in entries] == numbers


def test_parties_and_terminated_parties_can_be_left_out(skye, case):
    Party.objects.filter(case=case, role="Defendant").update(terminated_on=case.filed_on)
    with_all = texts_of(pdf_of(skye, case))[0]
    assert "TERMINATED: 01/14/2020" in with_all
    assert "Adele Counsel" in with_all
    assert "Adele Counsel" not in texts_of(pdf_of(skye, case, terminated_parties=""))[0]
    assert "represented by" not in texts_of(pdf_of(skye, case, list_of_parties_and_counsel=""))[0]


def test_sealed_lead_and_related_cases_are_not_named_in_the_pdf(skye, rehearsal, case):
    for number in ("1:19-cv-91", "1:19-cv-92"):
        make_case(court_of(rehearsal), number, "Sealed v. Sealed", access="sealed")
    case.lead_case, case.related_cases = "1:19-cv-91", ["1:19-cv-92", "20-2901"]
    case.save()
    text = texts_of(pdf_of(skye, case))[0]
    assert "Related case: 20-2901" in text
    assert "1:19-cv-9" not in text


def test_sealed_entry_is_not_in_the_pdf_and_a_restricted_one_has_no_link(
    skye, new_visitor, rehearsal, case
):
    fill_docket(case, 2)
    case.entries.filter(number=2).update(restriction=Restriction.SEALED)
    case.entries.filter(number=3).update(restriction=Restriction.PARTICIPANTS)
    restricted = f"/doc1/1211{case.entries.get(number=3).documents.get().pk:07}"
    pdf = pdf_of(skye, case)
    text = texts_of(pdf)[0]
    assert "NOTICE number 1 " not in text
    assert "NOTICE number 2 " in text
    assert len(links_of(pdf)) == 2  # of the complaint and its exhibit
    noel = as_filer(new_visitor(), NOEL)
    log_in(noel, NOEL.username, NOEL.password, at=SHEET)  # a filer pays with PACER
    assert any(link.endswith(restricted) for link in links_of(pdf_of(noel, case)))


def test_report_without_entries_says_so(skye, rehearsal, case):
    assert (
        "but none satisfy the selection criteria"
        in texts_of(pdf_of(skye, case, date_from="1/1/2021"))[0]
    )


def test_hostile_text_is_printed_as_it_is(skye, rehearsal, case):
    fill_docket(case, 3)
    markup = '<b>BOLD</b> & <a href="javascript:alert(1)">x</a> (\\) Tj ET <para> &lt; %PDF'
    set_text(case, 2, markup)
    set_text(case, 3, "漢字 😀 José Gonzālez — \u202e“§ 5”\x07")
    set_text(case, 4, "W" * 5000)
    Appearance.objects.filter(party__case=case).update(name="A <i>& B</i>")
    pdf = pdf_of(skye, case)
    text = " ".join(texts_of(pdf))
    assert markup in text
    assert "?? ? José Gonzalez — “§ 5”" in text
    assert text.count("W") >= 5000
    assert "A <i>& B</i>" in text
    assert "This PDF doesn't have every character of the docket." in text
    assert len(links_of(pdf)) == 6  # four numbers and two attachments


def test_note_about_characters_is_only_where_some_are_missing(skye, case):
    assert "every character" not in texts_of(pdf_of(skye, case))[0]


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
