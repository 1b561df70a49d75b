"""States and their counties, for the forms.

`counties.json` holds all 3,143 counties and equivalents of the states and the District of Columbia,
and those of the territories, by the names the Census Bureau used in 2020 (public domain), without
the word "County".
"""

import json
from functools import cache
from pathlib import Path

ABROAD = "Outside the United States"
NO_COUNTY = "Not applicable"


@cache
def _counties() -> dict[str, tuple[str, ...]]:
    data = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return {state: tuple(names) for state, names in data.items()} | {ABROAD: (NO_COUNTY,)}


def states() -> tuple[str, ...]:
    """Every state, then the territories, then ABROAD."""
    return tuple(_counties())


def counties_of(state: str) -> tuple[str, ...]:
    """The counties of a state by its full name; empty for an unknown name."""
    return _counties().get(state, ())
