"""A filer reads the notice of a filing on the screen and in the mailbox, and adds an address."""

import pytest
from playwright.sync_api import expect

from rehearsals.web import mount
from tests.journeys.person import Person
from tests.support.cast import NOEL
from tests.support.docketed import add_entry, case_of, filer
from tests.support.moments import LAST_HOUR

pytestmark = pytest.mark.django_db(transaction=True)


def prints_only_the_notice(noel: Person) -> None:
    noel.page.emulate_media(media="print")
    for shown in (".letter", ".sim-banner"):
        expect(noel.page.locator(shown)).to_be_visible()
    for hidden in ("#topmenu", ".desks", ".clock-bar", ".button-row"):
        expect(noel.page.locator(hidden).first).to_be_hidden()
    noel.page.emulate_media(media="screen")


def test_filer_reads_the_notice_and_adds_an_address(person: Person):
    with mount.inside_rehearsal(person.rehearsal):
        case = case_of(person.rehearsal)
        entry = add_entry(case, LAST_HOUR, filer(person.rehearsal, NOEL), attachments=2)
    noel = person.at(LAST_HOUR)
    noel.go(f"/ecf/nmd/filing/{entry.pk}/notice/")
    noel.fill("Login:", NOEL.login)
    noel.fill("Password:", NOEL.ecf_password)
    noel.check("I understand that, if I file")
    noel.click("Login")
    noel.sees_heading("Your filing is complete")
    noel.reads(f"{case.full_number} Notice has been electronically mailed to:")
    noel.checks_page()
    prints_only_the_notice(noel)
    noel.opens_newest_email("Activity in Case")
    noel.reads("Document description: Exhibit A")
    noel.checks_page()
    noel.go("/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities")
    noel.follow("Mailing Info for a Case")
    noel.fill("Case Number *", "20-90001")
    noel.click("Submit")
    noel.sees_heading("Electronic Mail Notice List")
    noel.checks_page()
    noel.go("/ecf/nmd/utilities/noticing/")
    noel.fill("Secondary e-mail addresses", "assistant@example.com")
    noel.click("Submit")
    noel.reads("Your settings for notices are saved.")
    noel.checks_page()
