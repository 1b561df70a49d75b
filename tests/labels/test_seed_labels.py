"""Every official label of the seed stands on its screen, with our help and without it."""

import html
import re

import pytest

from tests.cso.doors import log_in
from tests.labels.seed import HAND_OUTS, NOT_BUILT, SCREENS, Screen
from tests.pacer_accounts.upgrading import upgrade

pytestmark = pytest.mark.django_db
every_screen = pytest.mark.parametrize(
    "screen", SCREENS + HAND_OUTS, ids=lambda screen: screen.name
)


def words_of(page) -> str:
    """What is read on the page: tags gone, also the values of buttons; blanks single."""
    text = re.sub(r"(?s)<(script|style).*?</\1>", " ", page.content.decode())
    text = re.sub(
        r'<input[^>]*type="(?:submit|reset|button)"[^>]*value="([^"]*)"[^>]*>', r" \1 ", text
    )
    text = re.sub(r'<optgroup label="([^"]*)">', r" \1 ", text)
    text = re.sub(r"</?(?:a|abbr|strong|b|em|span|u)\b[^>]*>", "", text)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def show(visitor, screen: Screen) -> str:
    visitor.at(screen.at)
    if screen.who:
        log_in(visitor, screen.who)
    if screen.upgrade:
        upgrade(visitor)
    page = visitor.get(screen.path, follow=True)
    if screen.link:
        typed = {"login": screen.who.login, "password": screen.who.ecf_password}
        page = visitor.post(screen.path, typed, follow=True)
    assert page.status_code == 200
    return words_of(page)


@every_screen
def test_every_label_of_the_seed_is_on_its_screen(visitor, screen):
    words = show(visitor, screen)
    assert [label for label in screen.labels if label not in words] == []


@every_screen
def test_without_our_help_the_labels_are_the_same(visitor, screen):
    visitor.post("/help-layer/")
    words = show(visitor, screen)
    assert "Practice help" not in words
    assert [label for label in screen.labels if label not in words] == []


@pytest.mark.parametrize("screen", NOT_BUILT, ids=lambda screen: screen.name)
def test_what_is_not_built_is_not_promised(visitor, screen):
    """Whoever builds one moves it to the screens above."""
    words = show(visitor, screen)
    assert [label for label in screen.labels if label in words] == []
