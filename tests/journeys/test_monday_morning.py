"""Monday morning: Friday's login is gone, an open page says that NextGen opens, and the PACER login comes."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from rehearsals.clock.clock import wall_now
from rehearsals.clock.services import move_clock
from rehearsals.models import ClockManner
from tests.journeys.person import PHONE
from tests.support.cast import JOHN
from tests.support.moments import JUST_BEFORE_LIVE, LAST_HOUR, SECOND

pytestmark = pytest.mark.django_db(transaction=True)

NEWS = "It is 8:00 am MT. NextGen CM/ECF is open. This page is out of date."
# The bottom edge of the element that has the focus, unless it is in the bar.
FOCUS_BOTTOM = """() => document.activeElement.matches("body, .clock-bar *") ? 0
    : document.activeElement.getBoundingClientRect().bottom"""


def run_from(person, court_at):
    move_clock(person.rehearsal, manner=ClockManner.RUNNING, court_at=court_at, wall_at=wall_now())


@pytest.fixture
def john(new_person):
    """John was logged in on Friday. His browser is in another time zone."""
    john = new_person(timezone_id="America/New_York")
    john.at(LAST_HOUR).go("/cso/csologin/login.jsf")
    john.signs_on(JOHN)
    john.arrives("Where do you want to go?")
    return john


def test_open_page_announces_nextgen_and_leads_to_the_pacer_login(john):
    run_from(john, JUST_BEFORE_LIVE - 2 * SECOND)
    john.go("/www/nmd/")
    expect(john.page.locator(".clock-bar__yours")).to_contain_text("9:59 am your time")
    expect(john.page.locator(".countdown__yours")).to_have_text("Go-live is at 10:00 am your time.")
    john.page.mouse.wheel(0, 2000)
    status = john.page.locator("[data-phase-change]")
    expect(status).to_contain_text(NEWS)
    expect(status).to_be_in_viewport()
    assert status.get_attribute("role") == "status"
    expect(john.page.locator("[data-phase]")).to_have_text("NextGen")
    expect(john.page.locator(".countdown__here")).to_have_text("NextGen is here: reload")
    john.checks_page()
    john.click("Reload this page", role="link")
    expect(status).to_be_empty()
    john.follow("CM/ECF Electronic Case Filing System")
    john.follow("District of New Mexico - Document Filing System")
    john.arrives("Login")
    john.reads("It is Monday, April 20. You closed your browser on Friday, April 17: log in again.")
    john.signs_on(JOHN)
    john.arrives("United States District Court")


def test_clock_bar_takes_two_lines_on_a_phone_and_hides_no_focus(john):
    john.page.set_viewport_size(PHONE)
    john.go("/www/nmd/cmecf-nextgen/")
    bar = john.page.locator(".clock-bar").bounding_box()
    assert bar["height"] <= 60
    for _ in range(25):
        john.page.keyboard.press("Tab")
        bottom = john.page.evaluate(FOCUS_BOTTOM)
        assert bottom <= bar["y"] + 1


def test_news_of_a_phase_hides_no_focus_on_a_phone(john):
    john.page.set_viewport_size(PHONE)
    run_from(john, JUST_BEFORE_LIVE - 2 * SECOND)
    john.go("/help/who-to-call/")
    news = john.page.locator("[data-phase-change]")
    expect(news).to_contain_text(NEWS)
    john.page.locator("main a").last.focus()
    height = news.bounding_box()["height"]
    for _ in range(30):
        john.page.keyboard.press("Shift+Tab")
        assert john.page.evaluate(FOCUS_BOTTOM) > height


def test_page_that_was_open_through_the_whole_outage_says_the_last_change(john):
    """At one hour per second."""
    move_clock(
        john.rehearsal, manner=ClockManner.RUNNING, court_at=JUST_BEFORE_LIVE - timedelta(days=3),
        wall_at=wall_now(), speed=86_400,
    )  # fmt: skip
    john.go("/pacer/")
    expect(john.page.locator("[data-phase-change]")).to_contain_text(NEWS)
