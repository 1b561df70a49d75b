"""What the home page shows of a ladder."""

import re
from dataclasses import dataclass

from django.db.models import Max
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from rehearsals.clock.court_time import moment_text
from rehearsals.models import Rehearsal
from training.hints.ladder import CLICKS, WHERE, Instruction, Place
from training.hints.ladders import ladder
from training.hints.rules import next_rung, shown_rung
from training.home.situation import Action

_LABEL = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True)
class ShownLadder:
    """The context of training/ladder.html. The rungs that aren't shown are empty."""

    action: str
    court: str
    title: str
    goal: str
    where: SafeString
    clicks: list[SafeString]
    also: list[SafeString]
    start_label: str
    start_url: str
    next_rung: int
    has_hints_open: bool


def opened_rungs(rehearsal: Rehearsal, persona: str) -> dict[str, int]:
    """The highest rung that the person opened for each action. One query."""
    uses = rehearsal.hint_uses.filter(persona=persona).order_by()
    return dict(uses.values_list("action").annotate(Max("rung")))


def shown_ladder(
    action: Action, court: Court, phase: CourtPhase, opened: int, *, on_my_own: bool
) -> ShownLadder:
    """The ladder of `action` at `court`, as far as the person has opened it."""
    hints = ladder(action, phase)
    shown = shown_rung(opened, on_my_own=on_my_own)
    has_start = shown >= WHERE or hints.is_tool
    return ShownLadder(
        action=action.value,
        court=court.code,
        title=hints.title,
        goal=_filled(hints.goal, court),
        where=_rich(hints.where, court) if shown >= WHERE else SafeString(""),
        clicks=[_rich(one, court) for one in hints.clicks] if shown >= CLICKS else [],
        also=[_rich(one, court) for one in hints.also] if shown >= CLICKS else [],
        start_label=hints.start.label if has_start else "",
        start_url=url_of(hints.start, court) if has_start else "",
        next_rung=next_rung(shown),
        has_hints_open=opened > 0,
    )


def exact_url(action: Action, court: Court, phase: CourtPhase) -> str:
    """Where "Take me there" leads."""
    return url_of(ladder(action, phase).exact, court)


def url_of(place: Place, court: Court) -> str:
    return reverse(place.url_name, args=[arg.format(court=court.code) for arg in place.args])


def _filled(text: str, court: Court) -> str:
    opening = moment_text(court.go_live_at, court.time_zone)
    menus = " and ".join(court.filing_menus)
    return text.format(court=court.name, site=court.web_address, opening=opening, menus=menus)


def _rich(instruction: Instruction, court: Court) -> SafeString:
    """The sentence as HTML, with its labels in bold."""
    parts = _LABEL.split(_filled(instruction.text, court))
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<b class="label">{}</b>', part) if number % 2 else part,)
            for number, part in enumerate(parts)
        ),
    )
