"""The hint ladder: which rungs are shown, in which order, and what is counted."""

import re

import pytest

from cmecf.courts.phases import CourtPhase
from tests.support.dockets import court_of
from tests.support.moments import FIRST_RUSH
from tests.support.page_text import page_text
from training.hints.ladder import CLICKS, GOAL, TAKE_ME, WHERE
from training.hints.queries import shown_ladder
from training.hints.rules import may_open, next_rung, shown_rung
from training.home.situation import Action
from training.models import HintUse

WHERE_TEXT = "The upgrade is in Manage My Account."
CLICK_TEXT = "Beside Account Type, select Upgrade."


@pytest.fixture
def noel(visitor):
    visitor.post("/people/p01/")
    return visitor


def open_rung(visitor, rung, action="upgrade", court="nmd"):
    return visitor.post(f"/hints/{action}/{court}/{rung}/")


def counted() -> list[tuple[str, str, int]]:
    return list(HintUse.objects.values_list("persona", "action", "rung"))


@pytest.mark.parametrize(
    ("opened", "on_my_own", "shown", "next_one"),
    [
        (0, False, WHERE, CLICKS),
        (0, True, GOAL, WHERE),
        (WHERE, True, WHERE, CLICKS),
        (CLICKS, True, CLICKS, TAKE_ME),
        (TAKE_ME, False, CLICKS, TAKE_ME),
    ],
)
def test_rungs_shown_and_offered(opened, on_my_own, shown, next_one):
    assert shown_rung(opened, on_my_own=on_my_own) == shown
    assert next_rung(shown) == next_one


@pytest.mark.parametrize(
    ("rung", "opened", "on_my_own", "allowed"),
    [
        (GOAL, 0, True, False),
        (WHERE, 0, True, True),
        (CLICKS, 0, True, False),
        (CLICKS, 0, False, True),
        (TAKE_ME, 0, False, False),
        (TAKE_ME, CLICKS, True, True),
        (TAKE_ME + 1, TAKE_ME, False, False),
    ],
)
def test_only_the_next_rung_opens(rung, opened, on_my_own, allowed):
    assert may_open(rung, opened, on_my_own=on_my_own) is allowed


@pytest.mark.django_db
def test_guided_shows_goal_and_place_but_no_clicks(noel):
    page = page_text(noel.get("/"))
    assert "Goal: Manage My Account shows the account type Upgraded PACER Account." in page
    assert WHERE_TEXT in page
    assert CLICK_TEXT not in page


@pytest.mark.django_db
def test_on_my_own_shows_only_the_goal_and_leads_nowhere(noel):
    assert noel.post("/hints/", {"help": "on_my_own"}).url.endswith("/#steps")
    page = noel.get("/")
    assert "Goal: Manage My Account shows" in page_text(page)
    assert WHERE_TEXT not in page_text(page)
    assert "How this practice person starts" not in page_text(page)
    assert "usa-button--big" not in page.content.decode()
    assert "UPGRADE current PACER account</a>" not in page.content.decode()
    noel.post("/cso/logout/")
    assert WHERE_TEXT not in page_text(noel.get("/"))
    noel.post("/hints/", {"help": "guided"})
    assert WHERE_TEXT in page_text(noel.get("/"))


@pytest.mark.django_db
def test_opened_rung_is_counted_once_and_stays_open(noel):
    for _ in range(2):
        assert open_rung(noel, CLICKS).url.endswith("/#hint-upgrade-3")
    assert counted() == [("p01", "upgrade", CLICKS)]
    page = noel.get("/")
    assert CLICK_TEXT in page_text(page)
    assert 'id="hint-upgrade-3" tabindex="-1"' in page.content.decode()
    noel.post("/people/p02/")
    noel.post("/people/p01/")
    assert CLICK_TEXT in page_text(noel.get("/"))


@pytest.mark.django_db
def test_rungs_cannot_be_skipped(noel):
    assert open_rung(noel, TAKE_ME).url.endswith("#hint-upgrade-4")
    assert counted() == []


@pytest.mark.django_db
def test_take_me_there_is_counted_and_leads_to_the_exact_page(noel):
    open_rung(noel, CLICKS)
    assert open_rung(noel, TAKE_ME).url.endswith("/psc/upgrade/")
    assert [rung for _, _, rung in counted()] == [CLICKS, TAKE_ME]


@pytest.mark.django_db
def test_hint_of_a_step_that_is_not_the_next_one_opens_below_it(noel):
    open_rung(noel, CLICKS, action="log_in")
    page = noel.get("/").content.decode()
    opened = page.partition('<details class="step-hints" open>')[2].partition("</details>")[0]
    assert "Maintain Your E-mail" in opened


@pytest.mark.django_db
def test_hint_needs_a_person_an_action_and_a_court_of_this_rehearsal(visitor):
    assert open_rung(visitor, CLICKS).url == visitor.rehearsal.mount + "/"
    visitor.post("/people/p01/")
    assert open_rung(visitor, CLICKS, action="dance").status_code == 404
    assert open_rung(visitor, CLICKS, court="nowhere").status_code == 404
    assert counted() == []


@pytest.mark.django_db
def test_link_starts_at_the_web_site_of_the_court_to_link(visitor):
    visitor.at(FIRST_RUSH).post("/people/p02/")
    page = visitor.get("/").content.decode()
    start = re.search(r'usa-button--big" href="([^"]+)"', page)
    assert start[1] == visitor.rehearsal.mount + "/www/nmd/"


@pytest.mark.parametrize(
    ("court", "menus"), [("nmd", "Civil and Criminal"), ("nmb", "Bankruptcy"), ("ca10", "Filing")]
)
def test_goal_of_the_link_names_the_menus_of_the_court(rehearsal, court, menus):
    hints = shown_ladder(
        Action.LINK, court_of(rehearsal, court), CourtPhase.NEXTGEN, 0, on_my_own=True
    )
    assert hints.goal.startswith(f"Your CM/ECF menu shows {menus} when")
