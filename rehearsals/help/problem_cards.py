"""What a problem card of "Who do I call?" consists of. The training app declares the cards."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.module_loading import import_string

from rehearsals.app_config import declarations
from rehearsals.help.refusals import Desk


@dataclass(frozen=True)
class Way:
    """A page that helps. `of_court`: its URL takes the home court's code."""

    label: str
    url_name: str
    of_court: bool = False


@dataclass(frozen=True)
class Problem:
    """One card. `anchor`: its id on the page. `have_ready`: replaces the desk's own text if given."""

    anchor: str
    title: str
    todo: str
    desk: Desk
    ways: tuple[Way, ...] = ()
    have_ready: str = ""


@dataclass(frozen=True)
class Group:
    heading: str
    problems: tuple[Problem, ...]


def problem_groups() -> Iterator[Group]:
    """The groups that the apps declare, in the order of the page."""
    for path in declarations("problem_groups"):
        yield from import_string(path)
