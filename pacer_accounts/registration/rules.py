"""The type and search status of a new account, and who seems to have one already."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pacer_accounts.choices import AccountType, CaseSearchStatus
from rehearsals.packs.pack import PersonaSpec
from rehearsals.security.normalization import name_key

UPGRADED_FROM = date(2014, 8, 11)
_SERVICE_CENTER_ZONE = ZoneInfo("America/Chicago")  # San Antonio, Texas


def account_type_at_registration(at: datetime) -> AccountType:
    """The type of an account opened at the court time `at` (aware).

    "Prior to August 11, 2014: must upgrade. After August 11, 2014: upgraded account" (seed, Step 2).
    The seed leaves the day itself open. PACER changed over on it, so it counts as after. Only
    registration asks this: later, the stored type says what an account is.
    """
    opened_on = at.astimezone(_SERVICE_CENTER_ZONE).date()
    return AccountType.UPGRADED if opened_on >= UPGRADED_FROM else AccountType.LEGACY


# Domains reserved for examples (RFC 2606): no mail can reach anyone there.
_PRACTICE_DOMAINS = ("example.com", "example.org", "example.net")
_PRACTICE_ENDINGS = (".example", ".test", ".invalid")


def is_practice_address(email: str) -> bool:
    """Whether the domain is one of those that are kept for examples."""
    domain = email.rpartition("@")[2].casefold()
    return domain.endswith(_PRACTICE_ENDINGS) or any(
        domain == known or domain.endswith("." + known) for known in _PRACTICE_DOMAINS
    )


@dataclass(frozen=True)
class Identity:
    """The three facts by which the Service Center recognizes a person."""

    name: str
    email: str
    born_on: date | None

    @classmethod
    def of(
        cls, *, first_name: str, last_name: str, email: str, date_of_birth: date | None
    ) -> "Identity":
        return cls(name_key(f"{first_name} {last_name}"), email_key(email), date_of_birth)

    def matching_facts(self, other: "Identity") -> int:
        """How many of name, e-mail and date of birth are known and the same, 0 to 3."""
        pairs = (
            (self.name, other.name),
            (self.email, other.email),
            (self.born_on, other.born_on),
        )
        return sum(bool(mine) and mine == theirs for mine, theirs in pairs)


def email_key(email: str) -> str:
    """The mailbox of an e-mail address: `a+1@x` is the mailbox of `a@x`."""
    local, at_sign, domain = name_key(email).partition("@")
    return local.partition("+")[0] + at_sign + domain


def has_plus(email: str) -> bool:
    """Whether the address has a plus sign and a tag, as in `a+1@x`."""
    return "+" in email.partition("@")[0]


def most_matching_facts(person: Identity, known: Iterable[Identity]) -> int:
    """The most facts that `person` shares with one of the `known` identities, 0 to 3.

    From MAY_EXIST on, an account may already exist. At IS_THE_SAME the Service Center checks the
    registration first.
    """
    return max((person.matching_facts(other) for other in known), default=0)


MAY_EXIST, IS_THE_SAME = 2, 3


def owner_of(
    person: Identity, cast: Sequence[PersonaSpec], chosen: PersonaSpec | None
) -> PersonaSpec | None:
    """Who will practice with the account of this `person`; None for a new person.

    One of the cast owns it who has this name and one more of these details. Otherwise it belongs to
    the person `chosen` in this browser, or to one of the cast who has at least this name.
    """
    namesakes = [persona for persona in cast if name_key(persona.name) == person.name]
    for persona in namesakes:
        emails = {email_key(spec.email) for spec in persona.pacer}
        emails |= {email_key(spec.email) for spec in persona.cmecf}
        if person.email in emails or (person.born_on and person.born_on == persona.born_on):
            return persona
    return chosen or next(iter(namesakes), None)


def case_search_status(*, matching_facts: int, has_card: bool) -> CaseSearchStatus:
    """Active at once with a card; without one, activated by a letter; inactive for a duplicate."""
    if matching_facts >= IS_THE_SAME:
        return CaseSearchStatus.INACTIVE
    return CaseSearchStatus.ACTIVE if has_card else CaseSearchStatus.NOT_ACTIVATED


def personal_names(person: Mapping[str, Any]) -> tuple[str, ...]:
    """The names that a password must not contain."""
    return tuple(person.get(name, "") for name in ("first_name", "middle_name", "last_name"))


def personal_details(person: Mapping[str, Any]) -> tuple[str, ...]:
    """Everything of a person that the password rules depend on: names and e-mail."""
    return (*personal_names(person), person.get("email", ""))
