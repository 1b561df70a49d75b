"""The entries of the activity log in one run, and whose they are.

A run begins when the rehearsal is started or reset. A return to a bookmark doesn't end it: the log is
not rewound.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from rehearsals.models import Outcome

CHOSEN = "people.sat_down"
WENT_BACK = "bookmark.returned"
_ACCOUNTS = ("PACER ", "CM/ECF ")


@dataclass(frozen=True)
class Entry:
    """A row of the activity log. `court_at`, `wall_at`: UTC."""

    what: str
    who: str
    outcome: str
    detail: str
    court_at: datetime
    wall_at: datetime

    @property
    def is_done(self) -> bool:
        return self.outcome == Outcome.DONE


@dataclass(frozen=True)
class Person:
    """A person and the log names of accounts ("PACER 7030833", "CM/ECF nattorney").

    own: accounts that only this person uses. shared: accounts of the person's office.
    others: every other account of the rehearsal.
    """

    name: str
    own: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def is_of(person: Person, who: str, chosen: str) -> bool:
    """Whether an act that the log attributes to `who` is the person's.

    `chosen`: the name of the person who was practiced at that time, or "". It decides where the log
    names an office's account, an account that a return to a bookmark took away, or nobody (the typed
    name belongs to no account). Staff and other people's accounts are never the person's.
    """
    if who == person.name or who in person.own:
        return True
    if who in person.others:
        return False
    is_open = not who or who in person.shared or who.startswith(_ACCOUNTS)
    return is_open and chosen == person.name


def acts_of(person: Person, entries: Iterable[Entry]) -> list[Entry]:
    """The person's acts among the entries of a run, which are in order."""
    chosen, acts = "", []
    for entry in entries:
        if entry.what == CHOSEN:
            chosen = entry.who
        if is_of(person, entry.who, chosen):
            acts.append(entry)
    return acts
