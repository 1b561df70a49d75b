"""What registration must know: which cards may be typed here, and who seems to be known already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pacer_accounts.choices import CaseSearchStatus
from rehearsals.security.normalization import name_key

# Reserved for examples: no mail to them could ever reach anybody.
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
    """The three facts by which the Service Center notices that it knows somebody."""

    name: str
    email: str
    born_on: date | None

    @classmethod
    def of(
        cls, *, first_name: str, last_name: str, email: str, date_of_birth: date | None
    ) -> "Identity":
        return cls(name_key(f"{first_name} {last_name}"), email_key(email), date_of_birth)

    def likeness(self, other: "Identity") -> int:
        """How many of name, e-mail and date of birth are the same, 0 to 3."""
        return sum(
            mine is not None and mine != "" and mine == theirs
            for mine, theirs in (
                (self.name, other.name),
                (self.email, other.email),
                (self.born_on, other.born_on),
            )
        )


def email_key(email: str) -> str:
    """`a+1@x` is the mailbox of `a@x`: a sign and what follows it make no other person."""
    local, at_sign, domain = name_key(email).partition("@")
    return local.partition("+")[0] + at_sign + domain


def has_plus(email: str) -> bool:
    """Whether the mailbox stands there with a plus sign and a tag, as in `a+1@x`."""
    return "+" in email.partition("@")[0]


def strongest_likeness(person: Identity, known: Iterable[Identity]) -> int:
    """Two of three: an account may already exist. Three of three: the Service Center looks first."""
    return max((person.likeness(other) for other in known), default=0)


MAY_EXIST, IS_THE_SAME = 2, 3


def case_search_status(*, likeness: int, has_card: bool) -> CaseSearchStatus:
    """With a card the account may search at once; without, after a letter; a double never."""
    if likeness >= IS_THE_SAME:
        return CaseSearchStatus.INACTIVE
    return CaseSearchStatus.ACTIVE if has_card else CaseSearchStatus.NOT_ACTIVATED


def words_of(person: Mapping[str, Any]) -> tuple[str, ...]:
    """What of a person must not stand in a password: the names; the e-mail is asked for apart."""
    return tuple(person.get(name, "") for name in ("first_name", "middle_name", "last_name"))
