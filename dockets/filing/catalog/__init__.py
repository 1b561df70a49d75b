"""The event catalog, checked when it is loaded."""

from collections.abc import Iterable
from string import Formatter

from cmecf.models import CourtKind
from dockets.filing.catalog import (
    court_events,
    criminal,
    motions,
    other_courts,
    other_filings,
    pleadings,
)
from dockets.filing.catalog.categories import CATEGORIES, OPEN_A_CASE
from dockets.filing.catalog.event import Category, Event, PromptKind, Refers
from dockets.models import Restriction

__all__ = [
    "CATALOG",
    "OPEN_A_CASE",
    "category",
    "event",
    "events_in",
    "faults",
    "menu",
    "nature_of",
]

_WORDS = {"free", "filers", "refs", "against", "as_to"}

CATALOG: tuple[Event, ...] = (
    *pleadings.EVENTS,
    *motions.EVENTS,
    *other_filings.EVENTS,
    *criminal.EVENTS,
    *other_courts.EVENTS,
    *court_events.EVENTS,
)


def faults(events: Iterable[Event], categories: Iterable[Category]) -> list[str]:
    """What is wrong with a catalog, one sentence each."""
    known, seen, found = {one.key for one in categories}, set(), []
    for one in events:
        if one.key in seen:
            found.append(f"{one.key} is there twice")
        seen.add(one.key)
        found += [f"{one.key}: {fault}" for fault in _event_faults(one, known)]
    return found


def _event_faults(one: Event, categories: set[str]) -> list[str]:
    named = {name for _, name, _, _ in Formatter().parse(one.text) if name is not None}
    prompts = {prompt.key for prompt in one.prompts}
    checks = (
        (set(one.categories) <= categories, "a category does not exist"),
        (one.by_court != bool(one.categories), "it is in a menu or by the court, not both"),
        (prompts <= named, "the docket text leaves out the answer to a prompt"),
        (named <= _WORDS | prompts, "the docket text names something that is not asked"),
        (one.restriction in Restriction.values, "there is no such restriction"),
        ("refs" not in named or one.refers is Refers.MUST, "it names entries that it may lack"),
        (not one.refers_to or one.refers is not Refers.NEVER, "it refers to nothing"),
        (
            all(bool(p.choices) == (p.kind is PromptKind.CHOICE) for p in one.prompts),
            "choices are for the prompts that offer them",
        ),
    )
    return [sentence for is_right, sentence in checks if not is_right]


if _FAULTS := faults(CATALOG, CATEGORIES):
    raise ValueError(f"The event catalog is wrong: {'; '.join(_FAULTS)}")

_EVENTS = {one.key: one for one in CATALOG}
_CATEGORIES = {one.key: one for one in CATEGORIES}
_BY_CATEGORY = {
    key: tuple(sorted((one for one in CATALOG if key in one.categories), key=lambda one: one.label))
    for key in _CATEGORIES
}


def event(key: str) -> Event | None:
    return _EVENTS.get(key)


def category(key: str, court: str) -> Category | None:
    """The category `key` in the menus of this kind of court, or None."""
    found = _CATEGORIES.get(key)
    return found if found and found.court == court else None


def events_in(key: str) -> tuple[Event, ...]:
    """The events of a category, by label."""
    return _BY_CATEGORY.get(key, ())


def menu(section: str, court: CourtKind | str) -> list[tuple[str, list[Category]]]:
    """The headings of a filing menu in a kind of court, with their categories."""
    groups: dict[str, list[Category]] = {}
    for one in CATEGORIES:
        if one.menu == section and one.court == court:
            groups.setdefault(one.heading, []).append(one)
    return list(groups.items())


def nature_of(key: str) -> str:
    """What an entry with this event is to those that refer to it; "" if the event is unknown."""
    found = event(key)
    return found.nature if found else ""
