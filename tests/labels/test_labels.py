"""Every official label is on its screen, with practice help and without it."""

import re

import pytest

from tests.labels.hand_outs import HAND_OUTS
from tests.labels.not_built import NOT_BUILT
from tests.labels.seed import SCREENS
from tests.support.cast import ADELE, JOHN, NOEL
from tests.support.login_pages import PSC, log_in
from tests.support.screens import show, text_of

pytestmark = pytest.mark.django_db
every_screen = pytest.mark.parametrize(
    "screen", SCREENS + HAND_OUTS, ids=lambda screen: screen.name
)


@every_screen
def test_every_label_is_on_its_screen(visitor, screen):
    assert screen.missing(show(visitor, screen)) == []


@every_screen
def test_labels_are_the_same_without_practice_help(visitor, screen):
    visitor.post("/help-layer/")
    text = show(visitor, screen)
    assert "Practice help" not in text
    assert screen.missing(text) == []


@pytest.mark.parametrize("gap", NOT_BUILT, ids=lambda gap: gap.name)
def test_page_shows_no_label_that_is_not_built(visitor, gap):
    text = show(visitor, gap)
    assert len(text) > 500  # a page, not an error
    assert [label for label in gap.labels if label in text] == []
    assert gap.reason


def test_screen_names_are_unique_and_order_is_checked():
    names = [screen.name for screen in (*SCREENS, *HAND_OUTS, *NOT_BUILT)]
    assert len(set(names)) == len(names)
    first = SCREENS[0]
    assert first.missing(" ".join(first.labels)) == []
    assert first.missing(" ".join(reversed(first.labels))) != []


def panel(page) -> list[tuple[str, str]]:
    inside = re.search(r'aria-label="PACER Links".*?</nav>', page.content.decode(), re.S)[0]
    return [(label, url) for url, label in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)', inside)]


def test_every_pacer_link_opens(visitor):
    log_in(visitor, NOEL, path=PSC)
    rows = panel(visitor.get("/psc/account/"))
    assert len(rows) == 6
    assert [visitor.get(url).status_code for _, url in rows] == [200] * len(rows)


def test_upgrade_link_is_called_upgrade(visitor):
    log_in(visitor, NOEL, path=PSC)
    page = visitor.get("/psc/account/").content.decode()
    assert f'<a href="{visitor.rehearsal.mount}/psc/upgrade/">Upgrade</a>' in page


@pytest.mark.parametrize(
    ("who", "greeting"),
    [(JOHN, "Welcome, Attorney John Logout"), (ADELE, "Welcome, Three Rivers Trial Group Logout")],
    ids=["the family name first", "a group by what it is called"],
)
def test_greeting(visitor, who, greeting):
    log_in(visitor, who, path=PSC)
    assert greeting in text_of(visitor.get("/psc/account/"))
