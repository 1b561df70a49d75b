"""Filing in the Bankruptcy Court and the Court of Appeals, which moved to NextGen before the others."""

import pytest

from rehearsals.web import mount
from tests.support import legacy
from tests.support.cast import MAX, MIRIAM, SKYE
from tests.support.docketed import add_entry, case_of, filer
from tests.support.filing_steps import as_linked_filer, choose, press, step_path
from tests.support.legacy import menu_of
from tests.support.moments import LAST_HOUR
from tests.support.page_text import page_text


@pytest.fixture
def max_filer(visitor):
    return as_linked_filer(visitor.at(LAST_HOUR), MAX, "nmb")


@pytest.fixture
def miriam(visitor):
    return as_linked_filer(visitor.at(LAST_HOUR), MIRIAM, "ca10")


def menu_page(court: str, section: str) -> str:
    return f"/ecf/{court}/cgi-bin/DisplayMenu.pl?{section}Events"


def test_bankruptcy_court_has_one_filing_menu(max_filer):
    page = max_filer.get(menu_page("nmb", "Bankruptcy"))
    assert menu_of(page)[:2] == ["Bankruptcy", "Query"]
    text = page_text(page)
    assert "You can file in bankruptcy cases in this court." in text
    assert "Claim Actions" in text


def test_court_of_appeals_has_one_filing_menu(miriam):
    page = miriam.get(menu_page("ca10", "Filing"))
    assert menu_of(page)[:2] == ["Filing", "Query"]
    assert "You can file in appellate cases in this court." in page_text(page)
    assert "Briefs and Appendices" in page_text(page)


def test_menus_of_a_district_court_lead_to_the_court_s_own(max_filer):
    page = page_text(max_filer.get(menu_page("nmb", "Criminal")))
    assert "Claim Actions" in page
    assert "criminal" not in page


def test_bankruptcy_filing_has_the_court_s_numbers_and_roles(max_filer):
    choose(max_filer, "bk-plans", "objection-confirmation", "nmb")
    assert "for example 20-19001." in page_text(max_filer.get(step_path("case", "nmb")))
    press(max_filer, "case", court="nmb", case_number="20-19009")
    assert "Check it, for example 20-19001." in page_text(max_filer.get(step_path("case", "nmb")))
    press(max_filer, "case", court="nmb", case_number="20-19002")
    press(max_filer, "caption", court="nmb")
    page = max_filer.get(step_path("filer", "nmb")).content.decode()
    assert '<option value="Joint Debtor">' in page
    assert "Plaintiff" not in page


def test_bankruptcy_notice_names_the_court_once(rehearsal, max_filer):
    with mount.inside_rehearsal(rehearsal):
        who = filer(rehearsal, MAX, "nmb")
        entry = add_entry(case_of(rehearsal, "20-19002"), LAST_HOUR, who)
    page = page_text(max_filer.get(f"/ecf/nmb/filing/{entry.pk}/notice/"))
    assert "U.S. Bankruptcy Court District of New Mexico Notice of Electronic Filing" in page


def test_query_asks_for_the_nature_of_suit_in_the_district_court_only(miriam, new_visitor):
    skye = legacy.as_reader(new_visitor(), SKYE)
    district = skye.get("/ecf/nmd/cgi-bin/iquery.pl").content.decode()
    appeals = miriam.get("/ecf/ca10/cgi-bin/iquery.pl").content.decode()
    for field in ('name="nature_suit"', 'name="cause_action"'):
        assert field in district
        assert field not in appeals
    answer = miriam.post("/ecf/ca10/cgi-bin/iquery.pl", {"last_name": "Fic", "nature_suit": "190"})
    assert "20-2901" in page_text(answer)
