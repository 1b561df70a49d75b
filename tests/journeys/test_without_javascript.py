"""Without JavaScript: the countdown is static text, a button shows County, and people can file."""

import pytest
from playwright.sync_api import expect

from tests.journeys import walks
from tests.support.cast import ADELE, NOEL
from tests.support.filing_steps import CIVIL, as_filer, step_path, to_documents
from tests.support.moments import LAST_HOUR
from tests.support.submissions import party
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def reader(new_person):
    return new_person(java_script_enabled=False)


def test_the_countdown_is_a_static_line(reader):
    reader.go("/www/nmd/cmecf-nextgen/")
    digits = reader.page.locator(".countdown__digits")
    expect(digits).to_have_text("23:21:53:22")
    reader.reads("Go Live Date:", "Monday, April 20, 2020")
    reader.follow("here to learn more about obtaining")
    reader.sees_heading("Register")


def test_county_button_reloads_the_page_and_keeps_input(reader):
    reader.go("/psc/register/account-information/")
    walks.fill_in_person(reader, ADELE, "ATTORNEY")
    expect(reader.page.get_by_label("County *", exact=True)).to_have_count(0)
    reader.click("Choose county")
    reader.choose("County *", "Bernalillo")
    expect(reader.page.get_by_label("First Name *", exact=True)).to_have_value("Adele")
    walks.verify(reader)
    reader.click("Next")
    reader.is_at("/psc/register/user-name-password-security/")


def test_noel_files_a_notice(rehearsal, reader):
    noel = reader.continues(as_filer(Visitor(rehearsal).at(LAST_HOUR), NOEL))
    noel.go(CIVIL)
    noel.click("Notices", role="link")
    noel.page.get_by_label("Notice of Change of Address", exact=True).check(force=True)
    noel.click("Next")
    noel.fill("Case Number *", "20-90001")
    noel.click("Find This Case")
    noel.reads("1:20-cv-90001-TRN-SIM Practice Mesa Water Cooperative")
    noel.click("Next")
    noel.click("Next")
    noel.page.get_by_label("Practice Mesa Water Cooperative, Plaintiff").check(force=True)
    noel.click("Next")
    noel.page.get_by_label("Use a practice document").select_option("text")
    noel.click("Next")
    noel.click("Next")
    noel.fill("Your words", "to Santa Fe")
    noel.click("Back")
    noel.click("Next")
    expect(noel.page.get_by_label("Your words")).to_have_value("to Santa Fe")
    noel.click("Next")
    noel.reads("NOTICE of Change of Address to Santa Fe by Practice Mesa Water Cooperative")
    noel.click("Submit")
    noel.sees_heading("Your filing is complete")
    noel.reads("Notice of Electronic Filing", "Noel Attorney", "Adele Counsel")
    noel.click("File another document", role="link")
    noel.sees_heading("Civil")


def test_leaving_by_a_menu_aborts_the_filing_and_says_so(rehearsal, reader):
    noel = as_filer(Visitor(rehearsal).at(LAST_HOUR), NOEL)
    to_documents(noel, "notices", "notice-other", party(rehearsal).pk)
    noel = reader.continues(noel)
    noel.go(step_path("documents"))
    noel.click("Utilities", role="link")
    noel.reads(
        "Your filing was aborted because you opened another page of CM/ECF", "Nothing was filed"
    )
    noel.page.go_back()
    noel.sees_heading("This filing was aborted because you left by a menu")
