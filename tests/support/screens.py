"""A screen, the labels that must be on it, and how to get there."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse

from tests.support.cast import Member
from tests.support.login_pages import log_in
from tests.support.moments import SEED_MOMENT
from tests.support.second_factor import play_2025
from tests.support.visitor import Visitor

Prepare = Callable[[Visitor], HttpResponse | None]


@dataclass(frozen=True)
class Screen:
    """`labels` are on the page in any order, or in this order if `in_order`.

    `who` logs in at PACER first. `prepare` then does what leads to the page; it may return the page.
    `seed`: the line of the seed.
    """

    name: str
    path: str
    labels: tuple[str, ...]
    who: Member | None = None
    at: datetime = SEED_MOMENT
    era: str = "2020"
    prepare: Prepare | None = None
    in_order: bool = False
    seed: str = ""

    def missing(self, text: str) -> list[str]:
        """The labels that `text`, the page without markup, doesn't have."""
        start, missing = 0, []
        for label in self.labels:
            position = text.find(label, start)
            if position < 0:
                missing.append(label)
            elif self.in_order:
                start = position + len(label)
        return missing


@dataclass(frozen=True)
class NotBuilt:
    """Labels of an official screen that ours doesn't have, and why. If you build it, make it a Screen."""

    name: str
    path: str
    labels: tuple[str, ...]
    reason: str
    who: Member | None = None
    at: datetime = SEED_MOMENT
    era: str = "2020"
    prepare: Prepare | None = None


def show(visitor: Visitor, screen: Screen | NotBuilt) -> str:
    """The text of the screen, without markup."""
    if screen.era == "2025":
        play_2025(visitor.rehearsal)
    visitor.at(screen.at)
    if screen.who:
        log_in(visitor, screen.who)
    page = screen.prepare(visitor) if screen.prepare else None
    if page is None:
        page = visitor.get(screen.path, follow=True)
    return text_of(page)


def text_of(page: HttpResponse) -> str:
    """The page's text without tags, with the values of buttons; single spaces."""
    text = re.sub(r"(?s)<(script|style).*?</\1>", " ", page.content.decode())
    text = re.sub(
        r'<input[^>]*type="(?:submit|reset|button)"[^>]*value="([^"]*)"[^>]*>', r" \1 ", text
    )
    text = re.sub(r'<optgroup label="([^"]*)">', r" \1 ", text)
    text = re.sub(r"</?(?:a|abbr|strong|b|em|span|u)\b[^>]*>", "", text)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())
