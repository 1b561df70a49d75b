"""Without JavaScript the countdown is static text, and a button shows County."""

import pytest
from playwright.sync_api import expect

from tests.journeys import walks
from tests.support.cast import ADELE

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
