"""What the four steps were for: filing a document, the notice, the free look, and the fee."""

import pytest
from playwright.sync_api import expect

from tests.journeys.person import Person
from tests.journeys.walks import link, open_cmecf, open_link_page
from tests.support.cast import JOHN
from tests.support.moments import LIVE

pytestmark = pytest.mark.django_db(transaction=True)

SCHOOL = "2:19-cv-90002"


def start_filing(person: Person, list_of_events: str, event: str, case: str) -> None:
    """From the Civil menu to the documents of a filing for the first party."""
    person.click("Civil", role="link")
    person.arrives("Civil")
    person.click(list_of_events, role="link")
    person.arrives(list_of_events)
    news = person.page.locator("[data-filter-news]")
    person.fill("Find an event", "zebra")
    expect(news).to_contain_text("No event in this list has these words.")
    expect(news).to_have_class("event-news")
    person.fill("Find an event", event)
    expect(news).to_have_class("event-news usa-sr-only")
    person.page.get_by_label(event, exact=True).check(force=True)
    person.click("Next")
    person.reads("Enter the case number")
    person.checks_page()
    person.fill("Case Number *", case)
    person.click("Next")
    person.reads("Is this the right case?")
    person.checks_page()
    person.click("Next")
    person.reads("Select the party or parties that you file for.")
    person.checks_page()
    person.page.locator("main label:has-text('Plaintiff')").first.click()
    person.click("Next")
    if "association" in person.page.url:
        person.click("Next")
    person.reads("Choose the main document as a PDF")


def choose_practice_document(person: Person, label: str) -> None:
    person.page.get_by_label("Use a practice document").select_option(label=label)
    person.click("Next")


def test_john_links_files_a_motion_and_pays_for_the_second_look(person: Person):
    john = person.at(LIVE)
    john.go("/")
    john.click(f"Practice as {JOHN.name}")
    open_cmecf(john)
    john.signs_on(JOHN)
    open_link_page(john)
    link(john, JOHN)
    start_filing(john, "Motions", "Motion to Compel", SCHOOL)
    for practice, error in (
        ("A PDF with a password", "ERROR: Document has security measures in effect"),
        ("A PDF with a script", "ERROR: Document contains code"),
        ("A scan of 60 MB", "ERROR: Document exceeds allowable size."),
    ):
        choose_practice_document(john, practice)
        john.reads(error)
    john.checks_page()
    choose_practice_document(john, "Motion with three attachments")
    john.reads("If your filing is about an earlier document, select it.")
    john.checks_page()
    john.click("Next")
    john.fill("Your words", "answers to interrogatories")
    john.click("Back")
    john.click("Next")
    expect(john.page.get_by_label("Your words")).to_have_value("answers to interrogatories")
    john.checks_page()
    john.click("Next")
    john.reads("MOTION to Compel answers to interrogatories by", "Exhibit C")
    john.checks_page()
    john.click("Submit")
    john.sees_heading("Your filing is complete")
    john.checks_page()
    pays_for_the_second_look(john)


def pays_for_the_second_look(john: Person) -> None:
    """From the notice on the screen to the charge in Manage My Account."""
    john.go("/")
    john.sees_heading("Read the notice of your filing")
    john.checks_page()
    john.click("Read the notice", role="link")
    john.reads("Electronic document Stamp:")
    link_of_notice = john.page.locator("main a[href*='magic_num']").first
    john.page.goto(john.server + link_of_notice.get_attribute("href"))
    john.reads("Document Selection Menu")
    john.checks_page()
    document = john.page.locator("main a[href*='magic_num']").first.get_attribute("href")
    john.page.goto(john.server + document)
    john.reads("This was your free look")
    john.page.goto(john.server + document)
    john.reads("Your free look was used on", "To accept charges shown below")
    john.checks_page()
    john.page.locator("input[value='View Document']").click()
    john.sees_heading("Document")
    john.does_not_read("This was your free look")
    john.go("/psc/account/usage/transactions/")
    john.reads(SCHOOL, "Image")
    john.checks_page()
