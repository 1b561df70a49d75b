"""The charges against a defendant, as Party.charges keeps them (JSON).

{"pending": [{"count": "1", "charge": "18:1343 WIRE FRAUD", "disposition": ""}], "opening_level": "Felony",
"terminated": [], "terminated_level": "", "complaints": []}: a key that is missing is empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

NONE = "None"  # what the docket shows for an empty list or level

_COUNT_KEYS = frozenset({"count", "charge", "disposition"})
_LISTS = ("pending", "terminated", "complaints")
_LEVELS = ("opening_level", "terminated_level")


@dataclass(frozen=True)
class Count:
    """A count of an indictment, or a charge of a complaint (`number` is empty)."""

    charge: str  # "18:1343 WIRE FRAUD"
    number: str = ""  # "1", "1s", "2-3"
    disposition: str = ""

    @property
    def label(self) -> str:
        """ "18:1343 WIRE FRAUD (1)"."""
        return f"{self.charge} ({self.number})" if self.number else self.charge


@dataclass(frozen=True)
class Charges:
    """What the docket shows of a defendant. A level is "Felony" or "Misdemeanor"."""

    pending: tuple[Count, ...] = ()
    opening_level: str = NONE
    terminated: tuple[Count, ...] = ()
    terminated_level: str = NONE
    complaints: tuple[Count, ...] = ()


def read_charges(stored: Mapping[str, Any]) -> Charges:
    """The charges in Party.charges. Raises ValueError if they aren't as described above."""
    if unknown := sorted(set(stored) - {*_LISTS, *_LEVELS}):
        raise ValueError(f"unknown: {', '.join(unknown)}")
    pending, terminated, complaints = (
        tuple(_count(one) for one in stored.get(name, ())) for name in _LISTS
    )
    return Charges(
        pending=pending,
        opening_level=stored.get("opening_level") or NONE,
        terminated=terminated,
        terminated_level=stored.get("terminated_level") or NONE,
        complaints=complaints,
    )


def _count(stored: Mapping[str, str]) -> Count:
    if "charge" not in stored or not set(stored) <= _COUNT_KEYS:
        raise ValueError(f"not a count: {dict(stored)}")
    return Count(stored["charge"], stored.get("count", ""), stored.get("disposition", ""))
