"""Rules for names, addresses, telephone numbers and e-mail addresses."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Protocol

from pacer_accounts.choices import HOME_COUNTRY
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.counties import ABROAD
from rehearsals.security.normalization import name_key

LONGEST_LIFE = 120  # years
_US_ZIP = re.compile(r"[0-9]{5}(-[0-9]{4})?")
_PHONE = re.compile(r"[0-9+(). -]+(( ?x| ?ext\.? ?)[0-9]{1,6})?", re.IGNORECASE)


def birth_date_fault(born_on: date, today: date) -> str:
    """Why `born_on` is not a valid date of birth on `today` (the court's day), or ""."""
    if born_on >= today:
        return "Date of Birth must be in the past."
    if today.year - born_on.year > LONGEST_LIFE:
        return f"Date of Birth can't be more than {LONGEST_LIFE} years ago. Check the year."
    return ""


def zip_fault(zip_code: str, *, state: str, country: str) -> str:
    """U.S. codes have five digits, or five and four. Foreign codes are not checked."""
    if state == ABROAD or country != HOME_COUNTRY or _US_ZIP.fullmatch(zip_code):
        return ""
    return "Enter a Zip/Postal Code with five digits (87102) or nine digits (87102-0001)."


def phone_fault(number: str) -> str:
    """A number has 10 to 15 digits in any common notation, and may have an extension."""
    digits = sum(char.isdigit() for char in re.split("[xe]", number, flags=re.IGNORECASE)[0])
    if _PHONE.fullmatch(number) and 10 <= digits <= 15:
        return ""
    return "Enter a telephone number with its area code, for example 505-555-0101."


class Named(Protocol):
    first_name: str
    last_name: str


def names_agree(one: Named, other: Named) -> bool:
    """Whether first and last names are the same, in any case and any Unicode form.

    "Go back if the names don't match" (seed, Step 4).
    """
    return _full_name_key(one) == _full_name_key(other)


def _full_name_key(named: Named) -> tuple[str, str]:
    return name_key(named.first_name), name_key(named.last_name)


def unique_emails(emails: Iterable[str]) -> list[str]:
    """The addresses without empty ones and duplicates. Ignores case; keeps the first spelling."""
    unique: dict[str, str] = {}
    for email in filter(None, emails):
        unique.setdefault(email.casefold(), email)
    return list(unique.values())


def postal_address(account: PacerAccount) -> str:
    """The account's address as on an envelope, one line for each part."""
    city = f"{account.city}, {account.state} {account.zip_code}".strip(" ,")
    lines = (account.firm, account.unit, account.address, account.room, city)
    return "\n".join(line for line in lines if line)
