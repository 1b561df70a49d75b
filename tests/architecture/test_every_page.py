"""Every page is a simulation and says so, has a title that repeats nothing, and a strict content policy."""

import re
from html import unescape

import pytest

from tests.support.addresses import PAGES
from tests.support.cast import JOHN
from tests.support.login_pages import log_in
from tests.support.moments import LIVE, REMINDER, SEED_MOMENT, WEEKEND


def check_title(title: str) -> None:
    """Page - site - Training simulation. No part returns, and no name of several words inside another."""
    parts = title.split(" - ")
    assert len(parts) >= 3, title
    assert parts[-1] == "Training simulation", title
    assert len(set(parts)) == len(parts), title
    for part in parts:
        assert " " not in part or title.count(part) == 1, title


IN_ORDER = ("main-content", "page__side", "your-step-heading", "desks-heading", "clock-bar__row")


def check_order(text: str) -> None:
    """Page, side column, help desks and court clock are in the same order everywhere (WCAG 3.2.6)."""
    found = [text.find(f'"{name}"') for name in IN_ORDER]
    places = [place for place in found if place >= 0]
    assert places == sorted(places)


def check(answer) -> None:
    assert answer.status_code < 500 or answer.status_code == 503
    text = answer.content.decode()
    assert "<strong>Training simulation.</strong>" in text
    check_title(unescape(re.search(r"<title>([^<]*)</title>", text)[1]))
    check_order(text)
    assert 'content="noindex' in text
    assert answer["X-Robots-Tag"].startswith("noindex")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "form-action 'self'" in policy
    assert "unsafe-inline" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize("at", [REMINDER, SEED_MOMENT, WEEKEND, LIVE], ids=str)
def test_every_page_says_that_it_is_a_simulation(visitor, at):
    visitor.at(at)
    log_in(visitor, JOHN)
    for path in PAGES:
        check(visitor.client.get(visitor.rehearsal.mount + path, follow=True))


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/guides/", "/guides/attorney/", "/guides/no-such-guide/"])
def test_pages_outside_of_a_rehearsal_say_so_too(client, path):
    check(client.get(path))
