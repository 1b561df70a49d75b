"""How large an uploaded PDF may be. The limits are our own."""

from dataclasses import dataclass

from rehearsals.web.uploads import LARGEST


@dataclass(frozen=True)
class Limits:
    """`size`: bytes. `values`: dictionary keys and array items. `seconds`: of CPU for a check."""

    size: int
    pages: int
    values: int
    seconds: int


# A document of a request to the court; it is stored in the database.
REQUEST = Limits(size=LARGEST, pages=300, values=300_000, seconds=2)
# A document that is filed. A check of so many values takes about a second.
FILING = Limits(size=10_000_000, pages=500, values=1_000_000, seconds=5)
