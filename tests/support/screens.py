"""A screen of the product, what must be read on it, and how a person gets there."""

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
    """`labels` stand there in any order, or in this one if `in_order`.

    `who` logs in at PACER first; `prepare` then does what leads to the page, and may give the page
    itself. `seed`: the seed's lines.
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

    def missing(self, words: str) -> list[str]:
        """The labels that `words`, the page as it is read, does not have."""
        place, lost = 0, []
        for label in self.labels:
            found = words.find(label, place)
            if found < 0:
                lost.append(label)
            elif self.in_order:
                place = found + len(label)
        return lost


@dataclass(frozen=True)
class NotBuilt:
    """What an official screen has and ours has not, and why. Whoever builds it moves it to the screens."""

    name: str
    path: str
    labels: tuple[str, ...]
    reason: str
    who: Member | None = None
    at: datetime = SEED_MOMENT
    era: str = "2020"
    prepare: Prepare | None = None


def show(visitor: Visitor, screen: Screen | NotBuilt) -> str:
    """Go there; the page as it is read."""
    if screen.era == "2025":
        play_2025(visitor.rehearsal)
    visitor.at(screen.at)
    if screen.who:
        log_in(visitor, screen.who)
    page = screen.prepare(visitor) if screen.prepare else None
    if page is None:
        page = visitor.get(screen.path, follow=True)
    return words_of(page)


def words_of(page: HttpResponse) -> str:
    """No tags, but the values of buttons; blanks single."""
    text = re.sub(r"(?s)<(script|style).*?</\1>", " ", page.content.decode())
    text = re.sub(
        r'<input[^>]*type="(?:submit|reset|button)"[^>]*value="([^"]*)"[^>]*>', r" \1 ", text
    )
    text = re.sub(r'<optgroup label="([^"]*)">', r" \1 ", text)
    text = re.sub(r"</?(?:a|abbr|strong|b|em|span|u)\b[^>]*>", "", text)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())
