"""The docket sheet: its form, what it shows to whom, and what it costs."""

import re
from datetime import date

import pytest

from dockets.models import Restriction
from dockets.query.nonce import make_nonce
from pacer_accounts.models import UsageTransaction
from tests.support.cast import NOEL, SKYE
from tests.support.docket_sheet import CHECKED, SHEET, html_of, numbers_in, run_report
from tests.support.docketed import case_of
from tests.support.dockets import court_of, fill_docket, make_case
from tests.support.legacy import as_filer, log_in
from tests.support.moments import SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("short_docket")]


def test_form_has_the_case_and_the_fields_of_client_programs(skye, rehearsal):
    case = case_of(rehearsal)
    html = html_of(skye.get(f"{SHEET}?{case.pk}"))
    assert f'value="{case.full_number}"' in html
    for name in (
        "case_number_text_area_0",
        "all_case_ids",
        "list_of_parties_and_counsel",
        "pdf_header",
        "view_multi_docs",
    ):
        assert f'id="{name}"' in html
    assert re.findall(r'<input[^>]*name="output_format"[^>]*value="(\w+)"', html) == ["html", "pdf"]
    assert re.search(r'action="[^"]+DktRpt\.pl\?\d+-L_1_0-1"', html)


def test_form_says_whom_pacer_bills_or_that_the_exemption_is_on(visitor):
    log_in(visitor, "miriamcja", "Mesa-Exempt-17", code="CJA-20", at=SHEET)
    page = page_text(visitor.get(SHEET))
    assert "PACER bills miriamcja, client code CJA-20 for this report: $0.10 for each page" in page
    assert "pay less" in page
    visitor.post("/ecf/nmd/utilities/exemption/", {"is_exempt": "yes"})
    page = page_text(visitor.get(SHEET))
    assert "Your fee exemption is on, so PACER doesn't bill you for this report." in page
    assert "pay less" not in page


def test_report_shows_caption_parties_and_entries(skye, rehearsal):
    case = case_of(rehearsal)
    page = run_report(skye, case)
    html, text = html_of(page), page_text(page)
    assert "CIVIL DOCKET FOR CASE #: 1:20-cv-90001-TRN-SIM" in text
    assert "<td><br>Practice Mesa Water Cooperative v. Sample Ditch Company<br>" in html
    assert "Practice Mesa Water Cooperative represented by Noel Attorney" in text
    assert "(Attorney, Noel) (Entered: 01/14/2020)" in text
    assert "<thead" not in html
    document = case.entries.get(number=1).documents.get(attachment=0)
    assert f"/ecf/nmd/doc1/1210{document.pk:07}" in html  # it has attachments


def test_criminal_docket_has_the_counts_of_each_defendant_first(skye, rehearsal):
    text = page_text(run_report(skye, case_of(rehearsal, "1:20-cr-90003")))
    parts = (
        "CRIMINAL DOCKET FOR CASE #: 1:20-cr-90003-TRN",
        "Case title: United States v. Sampleton",
        "Defendant (1) Sandy Sampleton",
        "Pending Counts Disposition 18:1343 WIRE FRAUD (1)",
        "Highest Offense Level (Opening) Felony",
        "Defendant (2) Quinn Imaginary TERMINATED: 03/06/2020",
        "Pending Counts Disposition None",
        "Plaintiff United States of America",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert " V. " not in text


def test_script_calls_are_for_programs_and_cost_browsers_the_same(skye, rehearsal):
    case = case_of(rehearsal)
    by_program = run_report(skye, case)
    by_browser = skye.post(
        f"{SHEET}?{make_nonce(case)}",
        {"all_case_ids": case.pk} | CHECKED,
        headers={"Sec-Fetch-Dest": "document"},
    )
    call = re.search(r"goDLS\(([^)]*)\)", html_of(by_program))[1]
    assert len(call.split(",")) == 9
    assert "onclick" not in html_of(by_browser)
    assert numbers_in(by_browser) == numbers_in(by_program)
    pages = UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT)
    assert len(set(pages.values_list("pages", flat=True))) == 1


def test_receipt_counts_the_bytes_of_the_report(skye, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 40)
    html = html_of(run_report(skye, case))
    report = re.search(
        r'(?s)<div class="report">.*(?=<center><table border="1" class="receipt")', html
    )
    charge = UsageTransaction.objects.get(rehearsal=rehearsal, at=SEED_MOMENT)
    assert charge.pages == -(-len(report[0].strip()) // 4320) > 1
    assert (charge.description, charge.search) == ("Docket Report", case.full_number)
    assert f"Billable Pages: {charge.pages} " in page_text(run_report(skye, case))


@pytest.mark.parametrize(
    ("fields", "numbers"),
    [
        ({"date_from": "1/20/2020", "date_to": "01/21/2020"}, [2, 3]),
        ({"date_from": "1/22/2020"}, [4, 5]),
        ({"date_range_type": "Entered", "date_to": "1/20/2020"}, [1, 2]),
        ({"documents_numbered_from_": "2", "documents_numbered_to_": "3"}, [2, 3]),
        ({"sort1": "most recent date first"}, [5, 4, 3, 2, 1]),
        ({"sort1": "document number"}, [1, 2, 3, 4, 5]),
    ],
)
def test_filters_include_their_limits(skye, rehearsal, fields, numbers):
    case = case_of(rehearsal)
    fill_docket(case, 4)  # numbers 2 to 5, filed from January 20
    assert numbers_in(run_report(skye, case, **fields)) == numbers


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        (
            {"date_from": "4/2/2020", "date_to": "4/1/2020"},
            "The start date must be less than or equal to the end date.",
        ),
        (
            {"documents_numbered_from_": "3", "documents_numbered_to_": "2"},
            "The starting document number must be less than or equal to the ending document number.",
        ),
        ({"case_num": "20-77777"}, "Case not found."),
        ({"date_from": "soon"}, "Enter a date as month/day/year"),
    ],
)
def test_fault_keeps_the_input_and_costs_nothing(skye, rehearsal, fields, fault):
    page = run_report(skye, case_of(rehearsal), **fields)
    assert fault in page_text(page)
    assert all(f'value="{value}"' in html_of(page) for value in fields.values())
    assert not UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT).exists()


def test_number_of_several_cases_lists_them(skye, rehearsal):
    make_case(court_of(rehearsal), "2:20-cv-90001", "Twin v. Twin")
    page = run_report(skye, case_of(rehearsal), case_num="20-90001")
    assert "Enter one of them in full: 1:20-cv-90001-TRN-SIM, 2:20-cv-90001." in page_text(page)


def test_restricted_document_is_linked_for_participants_only(skye, new_visitor, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 1)
    case.entries.filter(number=2).update(restriction=Restriction.PARTICIPANTS)
    entry = case.entries.get(number=2)
    link = f"doc1/1210{entry.documents.get(attachment=0).pk:07}"
    page = run_report(skye, case)
    assert numbers_in(page) == [1, 2]
    assert link not in html_of(page)
    noel = as_filer(new_visitor(), NOEL)
    log_in(noel, NOEL.username, NOEL.password, at=SHEET)  # a filer pays with PACER
    assert link in html_of(run_report(noel, case))


def test_sealed_entry_is_not_shown(skye, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 1)
    case.entries.filter(number=2).update(restriction=Restriction.SEALED)
    assert numbers_in(run_report(skye, case)) == [1]


def test_empty_docket_and_empty_selection_say_so(skye, rehearsal):
    empty = make_case(court_of(rehearsal), "1:20-cv-90077", "Nobody v. No One")
    assert "There are no documents in this case." in page_text(run_report(skye, empty))
    none = run_report(skye, case_of(rehearsal), date_from="1/1/2021")
    assert "but none satisfy the selection criteria" in page_text(none)


def test_sealed_case_and_case_of_another_rehearsal_are_refused(skye, rehearsal, other_rehearsal):
    sealed = make_case(court_of(rehearsal), "1:20-cv-90078", "Sealed v. Sealed", access="sealed")
    for page in (skye.get(f"{SHEET}?{sealed.pk}"), run_report(skye, sealed)):
        assert page.status_code == 403
        assert "Case Under Seal" in page_text(page)
    foreign = case_of(other_rehearsal)
    assert skye.get(f"{SHEET}?{foreign.pk}").status_code == 404
    assert "Case not found." in page_text(run_report(skye, foreign))


def test_long_docket_asks_first_and_is_streamed_with_constant_queries(
    skye, rehearsal, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("dockets.fees.long_page.IN_MEMORY", 50_000)
    case = case_of(rehearsal)
    fill_docket(case, 2000, first_day=date(2014, 1, 1))
    case.entries.filter(number__gt=1500).update(refers_to=[1, 2], text="REPLY re 2 Notice.")
    asks = run_report(skye, case)
    assert "because this case has many docket entries" in page_text(asks)
    assert f"PACER bills {SKYE.username} for this report" in page_text(asks)
    assert not UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT).exists()
    assert sorted(numbers_in(run_report(skye, case, many="first"))) == list(range(1, 101))
    with django_assert_max_num_queries(25):
        page = run_report(skye, case, many="all")
        numbers = numbers_in(page)
    assert page.streaming
    assert sorted(numbers) == list(range(1, 2002))
    assert UsageTransaction.objects.filter(rehearsal=rehearsal).latest("pk").fee == 3
