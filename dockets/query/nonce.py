"""The number in the address of a report: `DktRpt.pl?123904817265-L_1_0-1`.

CM/ECF makes a new one for each form. Ours are the case's key and six digits by chance, so a form that
sends no case still belongs to one. It is no secret: the page that gets it checks who may see the case.
"""

import re
import secrets

_CHANCE = 6
_NONCE = re.compile(r"(?P<key>[0-9]{0,18}?)[0-9]{1,6}-L_[0-9]_[0-9]-[0-9]", re.ASCII)


def new_nonce(case_key: int | None = None) -> str:
    """A number for a form about the case with this primary key, or about no single case."""
    chance = secrets.randbelow(10**_CHANCE)
    return f"{case_key or ''}{chance:0{_CHANCE}}-L_1_0-1"


def is_nonce(query_string: str) -> bool:
    """Whether a query string is such a number, so that the page is a report and not a form."""
    return _NONCE.fullmatch(query_string) is not None


def case_of_nonce(query_string: str) -> int | None:
    """The primary key of the case that the form was about; None if it was about no single case."""
    if not is_nonce(query_string):
        return None
    digits = query_string.partition("-")[0]
    return int(digits[:-_CHANCE]) if len(digits) > _CHANCE else None
