"""Nina Newcomer registers without a card, so a mailed letter brings the activation code."""

import dataclasses
import re

import pytest

from rehearsals.clock.business_days import business_days_after
from rehearsals.packs.pack import get_pack
from tests.journeys import walks
from tests.support.cast import NINA
from tests.support.moments import SEED_MOMENT

pytestmark = pytest.mark.django_db(transaction=True)
OWN = dataclasses.replace(
    NINA, username="ninanewcomer", password=walks.NEW_PASSWORD, email="nina@example.com"
)
MOUNTAIN = get_pack("nmd-2020").home.time_zone
ALL_LETTERS_ARRIVED = business_days_after(SEED_MOMENT, 11, MOUNTAIN)


@pytest.fixture
def nina(person):
    person.go("/")
    walks.practice_as_one_of_more_people(person, "Nina Newcomer")
    return person


def test_newcomer_activates_search_with_the_mailed_code(nina):
    asks_which_one_she_is(nina)
    nina.page.locator("main").get_by_role("link", name="PACER", exact=True).click()
    nina.follow("REGISTER")
    nina.follow("Attorney Filers")
    number = walks.register_as(
        nina, OWN, user_type="ATTORNEY", username=OWN.username, kind="Attorney Filers"
    )
    nina.reads("Not Activated")
    finds_the_letter_box_empty(nina)
    cannot_search_yet(nina, number)
    nina.at(ALL_LETTERS_ARRIVED)
    enters_the_code(nina, reads_the_code(nina, number))


def asks_which_one_she_is(nina) -> None:
    nina.go("/pacer/which-one/")
    for answer in (
        "I file as an attorney, or I want to",
        "No, I have never e-filed there",
        "None",
    ):
        nina.arrives("Which one are you?")
        nina.checks_page()
        nina.page.get_by_label(answer, exact=True).check()
        nina.click("Next")
    nina.reads("Follow these steps in order.", "You don't link anything.")
    nina.checks_page()


def finds_the_letter_box_empty(nina) -> None:
    nina.go("/letters/")
    nina.arrives("Practice letter box")
    nina.reads("A letter is on its way", "No letters yet")


def cannot_search_yet(nina, number) -> None:
    nina.go("/psc/login/")
    nina.signs_on(OWN)
    nina.reads("Welcome, Newcomer Nina", number, "Not Activated")
    nina.checks_page()


def reads_the_code(nina, number) -> str:
    nina.go("/letters/")
    nina.checks_page()
    nina.follow("activation code")
    nina.reads(number, OWN.name)
    nina.checks_page()
    return re.search(r"\b(\w{4}-\w{4}-\w{4})\b", nina.page.locator(".letter").inner_text())[1]


def enters_the_code(nina, code) -> None:
    nina.go("/psc/account/")
    nina.reads("You closed your browser on Friday, March 27: log in again.")
    nina.signs_on(OWN)
    nina.follow("Activate Case Search Privileges")
    nina.arrives("Activate Case Search Privileges")
    nina.fill("Activation code *", code.lower().replace("-", " "))
    nina.click("Submit")
    nina.reads("Case search is active", "Active")
    nina.does_not_read("Not Activated")
    nina.checks_page()
