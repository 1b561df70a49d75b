"""PACER Case Locator: a search of all courts, what it costs, and who may use it."""

import pytest

from cmecf.nextgen.refusals import NextgenRefusal
from dockets.locator.queries import ROWS
from pacer_accounts.models import UsageTransaction
from tests.support.cast import JOHN, MIRIAM
from tests.support.docketed import case_of
from tests.support.dockets import court_of, make_case, make_party
from tests.support.login_pages import log_in
from tests.support.moments import FIRST_RUSH, WEEKEND
from tests.support.page_text import page_text
from tests.support.payment_pages import enter, make_paa

pytestmark = pytest.mark.django_db

PCL = "/pcl/"
CODE = "/pcl/client-code/"


@pytest.fixture
def john(visitor):
    """John, logged in on the morning of go-live."""
    log_in(visitor.at(FIRST_RUSH), JOHN)
    return visitor


def charges(rehearsal):
    rows = UsageTransaction.objects.filter(rehearsal=rehearsal, court_code="pcl")
    return list(rows.order_by("pk").values_list("search", "pages", "fee", "client_code"))


def test_party_is_found_in_all_courts_and_leads_to_the_case(john, other_rehearsal):
    for code, number, title in (
        ("nmd", "1:20-cv-1", "Sagebrush v. A"),
        ("nmb", "20-2", "In re Sagebrush"),
        ("ca10", "20-3", "Sagebrush v. B"),
    ):
        make_party(make_case(court_of(john.rehearsal, code), number, title), "Sagebrush", "Ann")
    make_party(make_case(court_of(other_rehearsal), "1:20-cv-4", "Foreign v. C"), "Sagebrush")
    sealed = make_case(court_of(john.rehearsal), "1:20-cv-5", "Sealed v. D", access="sealed")
    make_party(sealed, "Sagebrush")
    answer = john.post(PCL, {"last_name": "sageb"})
    page = page_text(answer)
    assert all(title in page for title in ("Sagebrush v. A", "In re Sagebrush", "Sagebrush v. B"))
    assert "Foreign" not in page
    assert "Sealed" not in page
    key = case_of(john.rehearsal, "1:20-cv-1").pk
    menu = f"{john.rehearsal.mount}/ecf/nmd/cgi-bin/iqquerymenu.pl?{key}"
    assert f'href="{menu}"' in answer.content.decode()
    assert john.get(menu).status_code == 200
    assert page_text(john.post(PCL, {"last_name": "sageb", "court": "nmb"})).count("20-2") == 1
    assert '<td data-label="Court">Bankruptcy Court, District of' in answer.content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        {"case_number": "20-90001"},
        {"case_title": "sample ditch"},
        {"filed_from": "01/14/2020", "filed_to": "2020-01-14", "case_type": "cv"},
    ],
)
def test_case_is_found_by_number_title_or_date(john, typed):
    assert "1:20-cv-90001-TRN-SIM" in page_text(john.post(PCL, typed))


def test_each_page_of_54_costs_ten_cents(john):
    court = court_of(john.rehearsal)
    for number in range(1, ROWS + 3):
        make_case(court, f"1:20-mc-{number}", f"Many v. {number}", kind="cv")
    assert "$0.10 for each page of up to 54 results" in page_text(john.get(PCL))
    first = page_text(john.post(PCL, {"case_title": "Many v."}))
    assert "Results 1 to 54." in first
    assert "Search Criteria: Title: Many v." in first
    assert "Results 55 to 56." in page_text(john.post(PCL, {"case_title": "Many v.", "page": "2"}))
    assert [(pages, str(fee)) for _, pages, fee, _ in charges(john.rehearsal)] == [(1, "0.10")] * 2


def test_search_without_a_match_costs_ten_cents(john):
    assert "No cases match" in page_text(john.post(PCL, {"last_name": "Nobody"}))
    assert len(charges(john.rehearsal)) == 1


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"case_number": "x"}, "That isn't a case number."),
        ({"filed_from": "4/31/2020"}, "enter a date as mm/dd/yyyy"),
        ({"first_name": "Jo"}, "Enter the last name too."),
        ({"case_title": "v."}, "at least three letters"),
        ({"court": "nowhere"}, "not one of the available choices"),
        ({}, "Enter a case number, a title, a name, or dates."),
    ],
)
def test_junk_keeps_what_was_typed_and_costs_nothing(john, typed, message):
    answer = john.post(PCL, typed | {"last_name": ""} | {"first_name": typed.get("first_name", "")})
    assert message in page_text(answer)
    for value in typed.values():
        assert value == "nowhere" or f'value="{value}"' in answer.content.decode()
    assert charges(john.rehearsal) == []


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        ("inactive", NextgenRefusal.SEARCH_INACTIVE),
        ("not_activated", NextgenRefusal.SEARCH_NOT_ACTIVATED),
    ],
)
def test_search_needs_the_search_status(john, status, refusal):
    john.rehearsal.pacer_accounts.update(case_search_status=status)
    for answer in (john.get(PCL), john.post(PCL, {"last_name": "Practice"})):
        assert answer.status_code == 409
        assert refusal.sentence in page_text(answer)
    assert charges(john.rehearsal) == []


def test_billing_account_can_not_search(visitor):
    enter(visitor.at(FIRST_RUSH), make_paa(visitor.rehearsal))
    assert NextgenRefusal.BILLING_ONLY.sentence in page_text(visitor.get(PCL))


def test_required_client_code_is_asked_for_and_billed(john):
    john.rehearsal.pacer_accounts.update(requires_client_code=True)
    answer = john.post(PCL, {"last_name": "Practice"})
    assert answer.url == john.rehearsal.mount + CODE
    assert "A Client Code is required for PACER search" in page_text(john.get(CODE))
    assert john.post(CODE, {"client_code": "20417-TRW"}).url == john.rehearsal.mount + PCL
    john.post(PCL, {"last_name": "Practice"})
    assert [row[3] for row in charges(john.rehearsal)] == ["20417-TRW"]


def test_exemption_counts_in_the_case_locator_too(visitor):
    log_in(visitor.at(FIRST_RUSH), MIRIAM)
    visitor.rehearsal.pacer_accounts.update(is_cja=True)
    visitor.get("/ecf/nmd/cgi-bin/redaction.pl")
    visitor.post("/ecf/nmd/cgi-bin/redaction.pl", {"redaction": "on"})
    visitor.post("/ecf/nmd/utilities/exemption/", {"is_exempt": "yes"})
    assert "Your fee exemption is on" in page_text(visitor.get(PCL))
    visitor.post(PCL, {"last_name": "Practice"})
    assert [str(row[2]) for row in charges(visitor.rehearsal)] == ["0.00"]


def test_case_locator_is_open_in_the_outage_and_linked_from_pacer(visitor):
    log_in(visitor.at(WEEKEND), JOHN)
    assert "1:20-cv-90001" in page_text(visitor.post(PCL, {"case_number": "20-90001"}))
    address = f'href="{visitor.rehearsal.mount}{PCL}"'
    for path in ("/pacer/", "/psc/account/", "/pacer/quick-links/"):
        assert address in visitor.get(path).content.decode()


def test_number_of_queries_does_not_grow_with_the_results(john, django_assert_max_num_queries):
    court = court_of(john.rehearsal)
    john.post(PCL, {"last_name": "Many"})
    for number in range(1, 60):
        make_party(make_case(court, f"1:20-cv-{number}", f"Many v. {number}"), f"Many {number}")
    with django_assert_max_num_queries(16):
        assert "Results 1 to 54." in page_text(john.post(PCL, {"last_name": "Many"}))
