"""The timeline of a court's move: legacy CM/ECF, the outage, NextGen, and where the court clock is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from rehearsals.clock.court_time import clock_text, short_day_text, zone_label

# How long before the outage the bar begins, and how long after go-live it ends.
BEFORE, AFTER = timedelta(days=31), timedelta(days=3)
# Where the outage and NextGen begin, in percent of the bar. It isn't to scale: three days must be visible.
OUTAGE_AT, NEXTGEN_AT, END = 50.0, 75.0, 100.0
GAP = 0.3  # percent between two phases


class MoveDates(Protocol):
    """What a timeline reads of a court, or of its data in a pack. The dates are aware."""

    @property
    def time_zone(self) -> str: ...
    @property
    def outage_starts_at(self) -> datetime: ...
    @property
    def go_live_at(self) -> datetime: ...


@dataclass(frozen=True)
class Mark:
    """Something dated on the timeline: a notice, or a moment to which the clock can be set."""

    key: str
    label: str
    at: datetime
    note: str = ""
    url: str = ""
    is_all_day: bool = False


@dataclass(frozen=True)
class ShownMark:
    """A mark as it is drawn. `when`: "Fri, March 20, 9:00 am"; `position`: percent of the bar."""

    mark: Mark
    when: str
    position: float
    is_past: bool


@dataclass(frozen=True)
class Phase:
    """One part of the bar. `start` and `width` are percent of its width."""

    key: str  # legacy, outage or nextgen
    label: str
    when: str  # "until Fri, April 17, 3:00 pm"
    start: float
    width: float
    is_now: bool
    marks: tuple[ShownMark, ...]


@dataclass(frozen=True)
class Timeline:
    """The context of components/timeline.html."""

    phases: tuple[Phase, ...]
    now: str  # "Fri, March 27, 10:06 am MT"
    now_position: float
    now_anchor: str  # which end of the text is at the mark: start, middle or end


def timeline(court: MoveDates, at: datetime, marks: Iterable[Mark] = ()) -> Timeline:
    """The timeline of `court` at the court time `at` (UTC), with dated `marks`."""
    shown = [_shown(court, mark, at) for mark in sorted(marks, key=lambda mark: mark.at)]
    now = position(court, at)
    return Timeline(
        phases=tuple(_phases(court, at, shown)),
        now=f"{_short(at, court.time_zone)} {zone_label(court.time_zone, at)}",
        now_position=now,
        now_anchor="start" if now < 33 else "end" if now > 67 else "middle",
    )


def position(court: MoveDates, at: datetime) -> float:
    """Where `at` is on the bar, in percent: linear within each phase, and at an end before or after it."""
    closes, opens = court.outage_starts_at, court.go_live_at
    if at < closes:
        return _between(closes - BEFORE, closes, at, 0, OUTAGE_AT)
    if at < opens:
        return _between(closes, opens, at, OUTAGE_AT, NEXTGEN_AT)
    return _between(opens, opens + AFTER, at, NEXTGEN_AT, END)


def _between(start: datetime, end: datetime, at: datetime, low: float, high: float) -> float:
    share = (at - start) / (end - start)
    return round(low + min(max(share, 0.0), 1.0) * (high - low), 2)


def _shown(court: MoveDates, mark: Mark, at: datetime) -> ShownMark:
    when = _short(mark.at, court.time_zone)
    if mark.is_all_day:
        when = short_day_text(mark.at, court.time_zone)
    return ShownMark(mark, when, position(court, mark.at), is_past=mark.at <= at)


def _short(at: datetime, time_zone: str) -> str:
    """ "Fri, April 17, 3:00 pm" """
    return f"{short_day_text(at, time_zone)}, {clock_text(at, time_zone)}"


def _phases(court: MoveDates, at: datetime, marks: list[ShownMark]) -> Iterable[Phase]:
    """The three phases. Each includes the instant it begins."""
    zone, closes, opens = court.time_zone, court.outage_starts_at, court.go_live_at
    until_closed, opening = f"until {_short(closes, zone)}", _short(opens, zone)
    parts = (
        ("legacy", "Legacy CM/ECF", until_closed, 0.0, OUTAGE_AT, None, closes),
        ("outage", "CM/ECF closed", f"until {opening}", OUTAGE_AT, NEXTGEN_AT, closes, opens),
        ("nextgen", "NextGen CM/ECF", f"from {opening}", NEXTGEN_AT, END, opens, None),
    )
    for key, label, when, low, high, start, end in parts:
        inside = tuple(one for one in marks if _is_within(one.mark.at, start, end))
        width = high - low - (GAP if end else 0)
        yield Phase(key, label, when, low, width, _is_within(at, start, end), inside)


def _is_within(at: datetime, start: datetime | None, end: datetime | None) -> bool:
    return (start is None or start <= at) and (end is None or at < end)
