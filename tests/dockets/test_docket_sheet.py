"""The docket sheet: its form, what it shows to whom, and what it costs."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest

from dockets.models import Restriction
from dockets.query.nonce import make_nonce
from pacer_accounts.models import UsageTransaction
from tests.support.cast import NOEL, SKYE
from tests.support.docketed import case_of
from tests.support.dockets import court_of, fill_docket, keep_complaint, make_case
from tests.support.legacy import as_filer, as_reader, log_in
from tests.support.moments import SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

SELECTED = "/ecf/nmd/cgi-bin/show_multidocs.pl"
SHEET = "/ecf/nmd/cgi-bin/DktRpt.pl"
CHECKED = {"list_of_parties_and_counsel": "on", "terminated_parties": "on"}


@pytest.fixture(autouse=True)
def short_docket(rehearsal):
    keep_complaint(case_of(rehearsal))


@pytest.fixture
def skye(visitor):
    """Skye, who only searches, logged in with PACER at the seed moment."""
    return as_reader(visitor, SKYE)


def run(visitor, case, **fields):
    data = {"case_num": " ", "all_case_ids": case.pk} | CHECKED | fields
    return visitor.post(f"{SHEET}?{make_nonce(case)}", data)


def html_of(page):
    return page.getvalue().decode()


def numbers_in(page):
    return [int(n) for n in re.findall(r"<td>(?:<a[^>]*>)?(\d+)(?:</a>)?&nbsp;", html_of(page))]


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


def test_report_shows_caption_parties_and_entries(skye, rehearsal):
    case = case_of(rehearsal)
    page = run(skye, case)
    html, text = html_of(page), page_text(page)
    assert "CIVIL DOCKET FOR CASE #: 1:20-cv-90001-TRN-SIM" in text
    assert "<td><br>Practice Mesa Water Cooperative v. Sample Ditch Company<br>" in html
    assert "Practice Mesa Water Cooperative represented by Noel Attorney" in text
    assert "(Attorney, Noel) (Entered: 01/14/2020)" in text
    assert "<thead" not in html
    document = case.entries.get(number=1).documents.get(attachment=0)
    assert f"/ecf/nmd/doc1/1210{document.pk:07}" in html  # it has attachments


def test_criminal_docket_has_the_counts_of_each_defendant_first(skye, rehearsal):
    text = page_text(run(skye, case_of(rehearsal, "1:20-cr-90003")))
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
    by_program = run(skye, case)
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
    html = html_of(run(skye, case))
    report = re.search(
        r'(?s)<div class="report">.*(?=<center><table border="1" class="receipt")', html
    )
    charge = UsageTransaction.objects.get(rehearsal=rehearsal, at=SEED_MOMENT)
    assert charge.pages == -(-len(report[0].strip()) // 4320) > 1
    assert (charge.description, charge.search) == ("Docket Report", case.full_number)
    assert f"Billable Pages: {charge.pages} " in page_text(run(skye, case))


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
    assert numbers_in(run(skye, case, **fields)) == numbers


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
    page = run(skye, case_of(rehearsal), **fields)
    assert fault in page_text(page)
    assert all(f'value="{value}"' in html_of(page) for value in fields.values())
    assert not UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT).exists()


def test_number_of_several_cases_lists_them(skye, rehearsal):
    make_case(court_of(rehearsal), "2:20-cv-90001", "Twin v. Twin")
    page = run(skye, case_of(rehearsal), case_num="20-90001")
    assert "Enter one of them in full: 1:20-cv-90001-TRN-SIM, 2:20-cv-90001." in page_text(page)


def test_restricted_document_is_linked_for_participants_only(skye, new_visitor, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 1)
    case.entries.filter(number=2).update(restriction=Restriction.PARTICIPANTS)
    entry = case.entries.get(number=2)
    link = f"doc1/1210{entry.documents.get(attachment=0).pk:07}"
    page = run(skye, case)
    assert numbers_in(page) == [1, 2]
    assert link not in html_of(page)
    noel = as_filer(new_visitor(), NOEL)
    log_in(noel, NOEL.username, NOEL.password, at=SHEET)  # a filer pays with PACER
    assert link in html_of(run(noel, case))


def test_sealed_entry_is_not_shown(skye, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 1)
    case.entries.filter(number=2).update(restriction=Restriction.SEALED)
    assert numbers_in(run(skye, case)) == [1]


def test_empty_docket_and_empty_selection_say_so(skye, rehearsal):
    empty = make_case(court_of(rehearsal), "1:20-cv-90077", "Nobody v. No One")
    assert "There are no documents in this case." in page_text(run(skye, empty))
    none = run(skye, case_of(rehearsal), date_from="1/1/2021")
    assert "but none satisfy the selection criteria" in page_text(none)


def test_sealed_case_and_case_of_another_rehearsal_are_refused(skye, rehearsal, other_rehearsal):
    sealed = make_case(court_of(rehearsal), "1:20-cv-90078", "Sealed v. Sealed", access="sealed")
    for page in (skye.get(f"{SHEET}?{sealed.pk}"), run(skye, sealed)):
        assert page.status_code == 403
        assert "Case Under Seal" in page_text(page)
    foreign = case_of(other_rehearsal)
    assert skye.get(f"{SHEET}?{foreign.pk}").status_code == 404
    assert "Case not found." in page_text(run(skye, foreign))


def test_long_docket_asks_first_and_is_streamed_with_constant_queries(
    skye, rehearsal, django_assert_max_num_queries, monkeypatch
):
    monkeypatch.setattr("dockets.fees.long_page.IN_MEMORY", 50_000)
    case = case_of(rehearsal)
    fill_docket(case, 2000, first_day=date(2014, 1, 1))
    case.entries.filter(number__gt=1500).update(refers_to=[1, 2], text="REPLY re 2 Notice.")
    asks = run(skye, case)
    assert "because this case has many docket entries" in page_text(asks)
    assert not UsageTransaction.objects.filter(rehearsal=rehearsal, at=SEED_MOMENT).exists()
    assert sorted(numbers_in(run(skye, case, many="first"))) == list(range(1, 101))
    with django_assert_max_num_queries(25):
        page = run(skye, case, many="all")
        numbers = numbers_in(page)
    assert page.streaming
    assert sorted(numbers) == list(range(1, 2002))
    assert UsageTransaction.objects.filter(rehearsal=rehearsal).latest("pk").fee == 3


def refer(case, number, earlier, text):
    case.entries.filter(number=number).update(refers_to=earlier, text=text)


def test_number_of_an_earlier_entry_leads_to_its_document(skye, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 3)  # numbers 2 to 4; 2 has an attachment
    refer(case, 4, [2, 3], "REPLY, not 12 Notice, re 2 NOTICE, 3 Notice & <b>3 Notice</b> by <i>.")
    two, three = (case.entries.get(number=n).documents.get(attachment=0).pk for n in (2, 3))
    page = run(skye, case, documents_numbered_from_="4", view_multi_docs="on", pdf_header="1")
    text = re.search(r"<!--SB-->(.*)</td>", html_of(page))[1]
    plain = re.sub(r' onclick="[^"]+"', "", text)
    path = re.search(r'href="([^"]+/doc1/)', text)[1]
    assert plain == (
        f'REPLY, not 12 Notice, re <a href="{path}1210{two:07}">2</a> NOTICE,'
        f' <a href="{path}1211{three:07}">3</a> Notice &amp; &lt;b&gt;3 Notice&lt;/b&gt; by &lt;i&gt;.'
        " (Entered: 01/22/2020)"
    )
    assert text.count('onclick="goDLS(') == 2


@pytest.mark.parametrize("changed", ["entry", "document"])
@pytest.mark.parametrize("restriction", [Restriction.SEALED, Restriction.PARTICIPANTS])
def test_number_of_an_entry_that_may_not_be_read_is_not_linked(
    skye, rehearsal, changed, restriction
):
    case = case_of(rehearsal)
    fill_docket(case, 2)
    refer(case, 3, [2], "RESPONSE re 2 NOTICE by Sample Ditch Company.")
    assert "re <a " in html_of(run(skye, case))
    entry = case.entries.get(number=2)
    rows = case.entries.filter(pk=entry.pk) if changed == "entry" else entry.documents
    rows.update(restriction=restriction)
    assert "RESPONSE re 2 NOTICE by" in html_of(run(skye, case))


def test_corrected_text_that_names_an_earlier_entry_otherwise_has_no_link(skye, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 2)
    refer(case, 3, [2], "RESPONSE to the notice of 2 parties.")
    assert "RESPONSE to the notice of 2 parties." in html_of(run(skye, case))


def test_range_of_documents_leads_to_the_next_hundred(skye, rehearsal):
    case = case_of(rehearsal)
    fill_docket(case, 150)
    html = html_of(run(skye, case, documents_numbered_from_="1", documents_numbered_to_="100"))
    query = f"?caseid={case.pk}&amp;documents_numbered_from_=101&amp;documents_numbered_to_=151"
    assert query in html
    form = html_of(skye.get(SHEET + query.replace("&amp;", "&")))
    assert 'value="101"' in form


def test_headers_left_out_in_the_form_are_left_out_on_the_receipt_page(skye, rehearsal):
    case = case_of(rehearsal)
    with_headers, without = run(skye, case, pdf_header="1"), run(skye, case)
    assert "?pdf_header=0" not in html_of(with_headers)
    calls = [
        re.search(r"goDLS\(([^)]*)\)", html_of(page))[1].split(",")
        for page in (with_headers, without)
    ]
    assert [call[4] for call in calls] == ["'1'", "''"]
    links = re.findall(r'href="([^"]+\?pdf_header=0)"[^>]*>1<', html_of(without))
    link = links[-1]  # attachment 1, which has no menu before it
    boxes = [
        re.search(r'<input[^>]*name="pdf_header"[^>]*>', html_of(skye.get(address)))[0]
        for address in (link, link.removesuffix("?pdf_header=0"))
    ]
    assert ["checked" in box for box in boxes] == [False, True]


def test_selected_documents_are_listed_with_their_cost_and_not_charged(skye, rehearsal):
    case = case_of(rehearsal)
    plain, page = (
        run(skye, case, pdf_header="1"),
        run(skye, case, pdf_header="1", view_multi_docs="on"),
    )
    assert 'name="doc"' not in html_of(plain)
    html = html_of(page)
    keys = re.findall(r'name="doc" value="(\d+)" form="view_selected"', html)
    documents = list(case.entries.get(number=1).documents.order_by("attachment"))
    assert keys == [str(document.pk) for document in documents]
    assert 'value="View Selected"' in html
    charged = UsageTransaction.objects.count()
    chosen = {"caseid": case.pk, "doc": keys[:2], "pdf_header": "0"}
    selected = skye.get(f"{SELECTED}?{urlencode(chosen, doseq=True)}")
    assert "Together they cost $2.60." in page_text(selected)  # 24 pages and 2
    assert html_of(selected).count("?pdf_header=0") == 2
    assert UsageTransaction.objects.count() == charged
    documents[0].restriction = Restriction.PARTICIPANTS
    documents[0].save()
    assert "Together they cost $0.20." in page_text(
        skye.get(f"{SELECTED}?{urlencode(chosen, doseq=True)}")
    )


@pytest.mark.parametrize(
    ("keys", "words"),
    [([], "You selected no document."), (range(1, 102), "more than 100 documents")],
)
def test_selection_of_none_or_too_many_says_so(skye, rehearsal, keys, words):
    chosen = {"caseid": case_of(rehearsal).pk, "doc": list(keys)}
    assert words in page_text(skye.get(f"{SELECTED}?{urlencode(chosen, doseq=True)}"))
