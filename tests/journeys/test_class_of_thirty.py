"""A trainer with a class of 30, each in a rehearsal of their own, on a laptop and a phone."""

from playwright.sync_api import expect

from rehearsals import services
from rehearsals.activity.services import record_activity
from rehearsals.clock.clock import wall_now
from rehearsals.models import ClockManner, Rehearsal
from tests.journeys import walks
from tests.support.cast import NOEL
from tests.support.moments import LIVE, SEED_MOMENT

LIST = "/admin/rehearsals/rehearsal/"
SEATS = 30


def start_class() -> list[Rehearsal]:
    """30 rehearsals. In the first two someone practices; one of them has upgraded."""
    seats = [services.start(wall_at=wall_now(), title=f"Seat {n + 1}") for n in range(SEATS)]
    for seat in seats[:2]:
        record_activity(seat, "people.sat_down", at=SEED_MOMENT, who=NOEL.name)
    upgraded = seats[1].pacer_accounts.filter(account_number=NOEL.number)
    upgraded.update(account_type="upgraded")
    return seats


def test_trainer_sets_all_clocks_and_sees_how_far_the_class_is(person, rehearsal):
    page = person.page
    walks.sign_in_as_staff(person, group="Trainers")
    seats = start_class()
    person.click("Rehearsals", role="link")
    person.checks_staff_page()
    person.click("See all rehearsals")

    page.goto(f"{person.server}{LIST}?q=Seat")
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Seat 2", exact=True))
    expect(row).to_contain_text(f"2 of 40{NOEL.name}")  # the steps, the filings, the person
    expect(page.get_by_role("columnheader", name="Last used")).to_be_in_viewport()

    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("Set the clock")
    person.click("Go")
    person.reads(f"{SEATS} rehearsals will change", f"Seat 17 {seats[16].code}")
    person.checks_staff_page()
    page.get_by_label("Moment").select_option("live")
    page.get_by_label("Stop the clock at that time").check()
    person.click("Set the clock")
    person.reads("Clock set to ", f"in {SEATS} rehearsals: Seat 1 ({seats[0].code}), Seat 2")
    for seat in seats:
        seat.clock.refresh_from_db()
        assert (seat.clock.manner, seat.clock.court_at) == (ClockManner.HELD, LIVE)
    rehearsal.clock.refresh_from_db()
    assert rehearsal.clock.court_at == SEED_MOMENT

    page.set_viewport_size({"width": 390, "height": 844})
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="Seat 1", exact=True))
    expect(row.get_by_role("cell").or_(row.get_by_role("rowheader"))).to_have_text(
        ["", "Seat 1", "1 of 4", seats[0].code]
    )


def test_open_page_warns_before_the_session_ends(person, rehearsal):
    page = person.page
    walks.sign_in_as_staff(person)
    page.clock.install()
    page.goto(f"{person.server}/staff/rehearsals/")
    left = iter([3600, 290])  # another page was open in between
    page.route(
        "**/staff/session/",
        lambda route: (
            route.continue_()
            if route.request.method == "POST"
            else route.fulfill(json={"seconds_left": next(left)})
        ),
    )
    warning = page.get_by_text("You will be signed out in about 4 minutes.")
    page.clock.fast_forward("56:00")
    expect(warning).to_be_hidden()
    page.clock.fast_forward("56:00")
    expect(warning).to_be_visible()
    person.checks_staff_page()
    person.click("Stay signed in")
    expect(warning).to_be_hidden()
