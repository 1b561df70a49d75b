"""Gilbert doesn't get the reset e-mail and finds who to call, on a screen, a phone and paper."""

import pytest
from playwright.sync_api import expect

from tests.support.cast import GILBERT
from tests.support.moments import LIVE, SEED_MOMENT

pytestmark = pytest.mark.django_db(transaction=True)

CUT = """() => [...document.querySelectorAll(".problem")].filter(
  (card) => getComputedStyle(card).breakInside !== "avoid").length"""
HIDDEN = """(name) => getComputedStyle(document.querySelector(name)).display === "none" """


@pytest.mark.parametrize("width", [1280, 390])
def test_problem_card_shows_one_desk_with_its_number(new_person, width):
    gilbert = new_person(width).at(SEED_MOMENT)
    gilbert.go("/www/nmd/")
    gilbert.arrives("District of New Mexico")
    gilbert.follow("Who do I call?")
    gilbert.arrives("Who do I call?")
    gilbert.fill("Search the problems", "CM/ECF e-mail doesn't arrive")
    gilbert.click("Search")
    gilbert.arrives("Who do I call?")
    gilbert.reads("1 problem matches")
    card = gilbert.page.locator("#old-email")
    assert card.bounding_box()["y"] >= 0
    assert "(505) 348-2075" in card.inner_text()
    assert "never your password" in card.inner_text()
    assert "(800) 676-6856" not in card.inner_text()


@pytest.mark.parametrize("width", [1280, 390])
def test_refusal_links_to_who_do_i_call(new_person, width):
    gilbert = new_person(width).at(LIVE)
    gilbert.go("/psc/account/paa/")
    gilbert.signs_on(GILBERT)
    gilbert.arrives("We couldn't do this")
    desk = gilbert.page.get_by_role("region", name="Who can help")
    expect(desk).to_contain_text("Another problem?")
    desk.get_by_role("link", name="Who do I call?").click()
    gilbert.sees_heading("Who do I call?")


def test_print_keeps_cards_whole_and_hides_menus(person):
    person.at(SEED_MOMENT).go("/help/who-to-call/")
    person.page.emulate_media(media="print")
    assert person.page.locator(".problem").count() >= 16
    assert person.page.evaluate(CUT) == 0
    assert person.page.evaluate(HIDDEN, ".site-nav")
