"""Looking up a case: the Query page, its results and the page of a case."""

import re
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest

from dockets.query.nonce import make_nonce
from dockets.query.refusals import QueryRefusal
from pacer_accounts.models import UsageTransaction
from tests.support.cast import JOHN, NOEL
from tests.support.docketed import case_of
from tests.support.dockets import court_of, make_case, make_party
from tests.support.legacy import as_filer, as_reader
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.payment_pages import FIRM, add_membership, make_paa

pytestmark = pytest.mark.django_db

CGI = "/ecf/nmd/cgi-bin/"
QUERY = f"{CGI}iquery.pl"
NUMBERS = f"{CGI}possible_case_numbers.pl"


@pytest.fixture
def john(visitor):
    """John, logged in on the morning of go-live."""
    log_in(visitor.at(FIRST_RUSH), JOHN)
    return visitor


def run(visitor, **typed):
    return visitor.post(f"{QUERY}?{make_nonce()}", typed)


def charges(rehearsal):
    rows = UsageTransaction.objects.filter(rehearsal=rehearsal, at__gte=FIRST_RUSH)
    return list(rows.order_by("pk").values_list("search", "pages", "fee"))


def test_query_page_says_who_is_billed_and_client_code(john):
    assert f"PACER bills {JOHN.username} for a search" in page_text(john.get(QUERY))
    firm = make_paa(john.rehearsal)
    add_membership(firm, john.rehearsal.pacer_accounts.get(account_number=JOHN.number))
    john.post("/ecf/nmd/utilities/client-code/", {"client_code": "20417-TRW"})
    billed = f"PACER bills {FIRM} (PAA {firm.account_number}), client code 20417-TRW for a search"
    assert billed in page_text(john.get(QUERY))


@pytest.mark.parametrize(
    "number", ["1:20-cv-90001", "20-90001", "1:20-cv-90001-TRN-SIM", " 20cv90001 "]
)
def test_number_leads_to_the_case_free_of_charge(john, number):
    page = run(john, case_num=number)
    assert "1:20-cv-90001-TRN-SIM Practice Mesa Water Cooperative v. Sample" in page_text(page)
    assert charges(john.rehearsal) == []


def test_case_page_keeps_the_elements_that_client_programs_read(john):
    case = case_of(john.rehearsal)
    page = run(john, case_num="foo", all_case_ids=str(case.pk)).content.decode()
    main = page.partition('<div id="cmecfMainContent">')[2]
    center = re.search(r"<center[^>]*>(.*?)</center>", main, re.S)[1]
    assert center.startswith('<b><font size="+1">1:20-cv-90001-TRN-SIM</font></b> Practice Mesa')
    lines = center.replace("\n", "").split("<br>")
    assert lines[1:3] == [f"{case.presiding_judge}, presiding", f"{case.referral_judge}, referral"]
    assert lines[3] == "<b>Date filed:</b> 01/14/2020"
    assert lines[-1] == ""
    links = re.findall(r'href="(\w+\.pl)\?(\d+)"', main)
    assert {key for _, key in links} == {str(case.pk)}
    assert [script for script, _ in links][-1] == "qryDocument.pl"
    assert len(links) == 13
    assert center in john.get(f"{CGI}iqquerymenu.pl?{case.pk}").content.decode()


def test_number_of_several_cases_lists_them(john):
    court = court_of(john.rehearsal)
    make_case(court, "2:20-cv-90001", "Other v. Office")
    page = page_text(run(john, case_num="20-90001"))
    assert "2 cases with this number" in page
    assert "2:20-cv-90001 Other v. Office" in page


def test_unknown_number_keeps_what_was_typed(john):
    page = run(john, case_num="20-77777", last_name="Mesa")
    assert QueryRefusal.NOT_FOUND.sentence in page_text(page)
    assert 'value="20-77777"' in page.content.decode()
    assert 'value="Mesa"' in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"case_num": "the case"}, "That isn't a case number."),
        ({"Qry_filed_from": "2/30/2020"}, "enter a date as mm/dd/yyyy"),
        ({"Qry_filed_from": "04/02/2020", "Qry_filed_to": "2020-04-01"}, "an end date that is not"),
        ({"first_name": "Jo"}, "Enter the last name too."),
        ({"last_name": "*"}, "Enter at least two letters"),
        ({}, "Enter a case number, a name, or dates"),
    ],
)
def test_junk_gets_a_clear_message_and_costs_nothing(john, typed, message):
    assert message in page_text(run(john, **typed))
    assert charges(john.rehearsal) == []


def test_name_search_with_one_case_shows_it_with_the_receipt(john):
    page = page_text(run(john, last_name="PRACTICE mesa"))
    assert "Associated Cases" in page
    assert "Search Criteria: Last Name: PRACTICE mesa" in page
    assert [row[0] for row in charges(john.rehearsal)] == ["Last Name: PRACTICE mesa"]


def test_name_search_finds_beginnings_of_names_in_this_court(john, other_rehearsal):
    court = court_of(john.rehearsal)
    make_party(make_case(court, "1:20-cv-1", "Núñez v. A"), "Núñez", "Ana")
    make_party(make_case(court, "1:20-cv-2", "Nunez v. B"), "Nunez", "Bo", role="Defendant")
    make_party(make_case(court, "1:20-cv-3", "Sealed v. C", access="sealed"), "Nunez", "Cy")
    make_party(make_case(court_of(john.rehearsal, "nmb"), "20-4", "In re Nunez"), "Nunez", "Di")
    make_party(make_case(court_of(other_rehearsal), "1:20-cv-5", "Nunez v. E"), "Nunez", "Ed")
    page = page_text(run(john, last_name="nuñ"))
    assert "Núñez v. A" in page
    assert "Nunez v. B" in page
    assert all(title not in page for title in ("Sealed v. C", "In re Nunez", "Nunez v. E"))
    assert "1:20-cv-2" in page_text(run(john, last_name="nunez", person_type="Defendant"))
    assert "1:20-cv-1 " in page_text(run(john, last_name="nunez", first_name="a"))


def test_no_match_is_billed_as_one_page(john):
    page = page_text(run(john, last_name="Nobody"))
    assert "No cases match your search for Last Name: Nobody" in page
    assert "A search by name doesn't find attorneys" in page
    assert [(pages, str(fee)) for _, pages, fee in charges(john.rehearsal)] == [(1, "0.10")]


def test_long_result_is_billed_without_a_cap_and_page_by_page(john):
    court = court_of(john.rehearsal)
    for number in range(1, 104):
        make_case(court, f"1:20-cv-{number}", f"Case {number} v. " + "Very Long Name " * 12)
    page = run(john, Qry_filed_from="03/01/2020", Qry_filed_to="03/31/2020")
    assert "These are results 1 to 100." in page_text(page)
    pages, fee = charges(john.rehearsal)[0][1:]
    assert pages > 4
    assert fee == pages * Decimal("0.10")
    rest = page_text(run(john, Qry_filed_from="03/01/2020", Qry_filed_to="03/31/2020", page="2"))
    assert "Case 3 v." in rest
    assert "Next 100" not in rest


def test_last_entry_nature_and_cause_find_a_case(john):
    for typed in (
        {"lastentry_from": "2020-03-24", "lastentry_to": "03/24/2020"},
        {"nature_suit": "190", "cause_action": "28:1332"},
    ):
        assert "Practice Mesa Water Cooperative" in page_text(run(john, **typed))


def test_sealed_case_is_shown_to_nobody(john):
    case = case_of(john.rehearsal)
    case.access = "sealed"
    case.save()
    for page in (run(john, case_num=case.number), john.get(f"{CGI}iqquerymenu.pl?{case.pk}")):
        assert page.status_code == 403
        assert QueryRefusal.SEALED.sentence in page_text(page)
    assert fromstring(john.get(f"{NUMBERS}?20-90001").content)[0].get("text") == "Case Under Seal"


@pytest.mark.parametrize("query", ["999999999", "1x", "", "1-L_1_0-1"])
def test_case_that_is_not_here_is_404(john, query):
    page = john.get(f"{CGI}iqquerymenu.pl?{query}")
    assert page.status_code == 404
    assert QueryRefusal.NOT_FOUND.sentence in page_text(page)


def test_case_of_another_rehearsal_or_court_is_404(john, other_rehearsal):
    keys = [case_of(other_rehearsal).pk]
    keys.append(make_case(court_of(john.rehearsal, "nmb"), "20-4", "In re Nunez").pk)
    for key in keys:
        assert john.get(f"{CGI}iqquerymenu.pl?{key}").status_code == 404
        assert john.get(f"{CGI}mobile_query.pl?search=caseInfo&caseid={key}").status_code == 404
        assert "Case not found." in page_text(run(john, all_case_ids=str(key)))


def test_possible_case_numbers(john):
    case = case_of(john.rehearsal)
    answer = john.get(f"{NUMBERS}?1:20-cv-90001")
    assert answer.content.startswith(b"<request ")
    root = fromstring(answer.content)
    assert root.get("number") == "1:20-cv-90001"
    assert root[0].attrib == {
        "number": "1:20-cv-90001",
        "id": str(case.pk),
        "title": f"1:20-cv-90001-TRN-SIM {case.title}",
        "sortable": "1:2020-cv-90001-TRN-SIM",
    }
    assert fromstring(john.get(f"{NUMBERS}?20-7").content)[0].get("text") == "Cannot find case 20-7"


def test_possible_case_numbers_of_a_criminal_case_name_the_defendants(john):
    case = make_case(court_of(john.rehearsal), "1:20-cr-7", "USA v. Sample et al")
    for number in (1, 2):
        make_party(case, f"Sample {number}", role="Defendant", defendant_number=number)
    root = fromstring(john.get(f"{NUMBERS}?20-cr-7").content)
    assert [node.get("defendant") for node in root] == ["0", "1", "2"]
    assert [node.get("number") for node in root] == ["1:20-cr-7", "1:20-cr-7-1", "1:20-cr-7-2"]


def test_possible_case_numbers_need_a_login_of_any_kind(visitor):
    visitor.at(SEED_MOMENT)
    message = fromstring(visitor.get(f"{NUMBERS}?20-90001").content)[0]
    assert message.get("text") == "Not logged in.  Please refresh this page."
    as_filer(visitor, NOEL)
    assert fromstring(visitor.get(f"{NUMBERS}?20-90001").content)[0].tag == "case"


def test_query_before_the_outage_is_billed_to_the_pacer_login(visitor):
    as_reader(visitor.at(SEED_MOMENT), NOEL)
    page = page_text(run(visitor, last_name="Practice"))
    assert f"Pacer Login: {NOEL.username}" in page


def test_mobile_query_counts_the_entries(john):
    case = case_of(john.rehearsal)
    page = john.post(f"{CGI}mobile_query.pl?search=caseInfo&caseid=={case.pk}").content.decode()
    count = case.last_sequence
    assert re.search(rf'id="entriesLink".*<span class="ui-li-count">{count}</span>', page)
    assert "Cost:" not in re.search(r'<div class="ui-title">(.*?)</div>', page)[1]
