"""What an event of the catalog says: where it is in the menus, what it asks, and its docket text."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from cmecf.models import CourtKind, FilerRole

CIVIL, CRIMINAL, BANKRUPTCY, APPEAL = "Civil", "Criminal", "Bankruptcy", "Filing"
MODIFIERS = (
    "Agreed", "Amended", "Corrected", "Emergency", "Ex Parte", "First", "Joint", "Opposed", "Proposed",
    "Second", "Sealed", "Supplemental", "Third", "Unopposed",
)  # fmt: skip
# Filers with these roles file as attorneys do.
ATTORNEYS = (FilerRole.ATTORNEY, FilerRole.FILING_AGENT, FilerRole.US_TRUSTEE)
FILERS = (*ATTORNEYS, FilerRole.PARTY, FilerRole.TRUSTEE)
EVERYBODY = (*FILERS, FilerRole.CREDITOR)


@dataclass(frozen=True)
class Category:
    """A list of events below a heading of a filing menu of a kind of court."""

    key: str
    menu: str
    heading: str
    label: str
    court: CourtKind = CourtKind.DISTRICT


class PromptKind(Enum):
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    CHECKBOX = "checkbox"


@dataclass(frozen=True)
class Prompt:
    """A question of an event. Its answer replaces {key} in the docket text.

    `words`: what a checked checkbox adds to the docket text.
    """

    key: str
    label: str
    kind: PromptKind = PromptKind.TEXT
    choices: tuple[str, ...] = ()
    words: str = ""
    is_required: bool = True


class Refers(Enum):
    """Whether a filing refers to earlier entries."""

    NEVER = "never"
    MAY = "may"
    MUST = "must"


@dataclass(frozen=True)
class Event:
    """Something that can be entered on a docket.

    `text`: the docket text. {free} is the filer's own words, {filers} the parties who file, {refs} the
    entries referred to ("1 Complaint"), {against} the other parties, {as_to} the defendants of a criminal
    case, and {<key>} the answer to a prompt. `nature`: what it is to those that refer to it.
    `refers_to`: natures of the entries it may refer to; empty: all. `response_days`: until a response is
    due. `document`: the kind of its practice document. `by_court`: only the court enters it.
    """

    key: str
    label: str
    text: str
    nature: str
    categories: tuple[str, ...] = ()
    refers: Refers = Refers.NEVER
    refers_to: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    fee: Decimal | None = None
    has_modifiers: bool = True
    needs_document: bool = True
    document: str = "other"
    restriction: str = "public"
    response_days: int | None = None
    roles: tuple[str, ...] = FILERS
    by_court: bool = False
    is_transcript: bool = False

    @property
    def short_text(self) -> str:
        return self.label


def motion(key: str, label: str, *categories: str, words: str = "", **extra: object) -> Event:
    """ "Dismiss": "MOTION to Dismiss by ...". `words`: instead of "to <label>"."""
    words = words or f"to {label}"
    defaults: dict[str, object] = {
        "refers": Refers.MAY,
        "response_days": 14,
        "document": "motion",
        "nature": "motion",
        "text": f"MOTION {words} {{free}} by {{filers}}{{as_to}}.",
    }
    return _event(key, f"Motion {words}", categories, defaults | extra)


def paper(key: str, label: str, *categories: str, **extra: object) -> Event:
    """A document that isn't a motion: "WITNESS LIST by ..."."""
    defaults: dict[str, object] = {
        "refers": Refers.MAY,
        "nature": "document",
        "text": f"{label.upper()} {{free}} by {{filers}}{{as_to}}.",
    }
    return _event(key, label, categories, defaults | extra)


def notice(key: str, label: str, *categories: str, **extra: object) -> Event:
    defaults: dict[str, object] = {
        "document": "notice",
        "nature": "notice",
        "text": f"{label.upper()} {{free}} by {{filers}}{{as_to}}.",
    }
    return paper(key, label, *categories, **(defaults | extra))


def by_court(key: str, label: str, nature: str, **extra: object) -> Event:
    """An event that only the court enters."""
    text = f"{label.upper()} {{free}}."
    defaults: dict[str, object] = {"nature": nature, "text": text, "by_court": True, "roles": ()}
    return _event(key, label, (), defaults | extra)


def _event(key: str, label: str, categories: Collection[str], values: dict[str, object]) -> Event:
    return Event(key=key, label=label, categories=tuple(categories), **values)  # type: ignore[arg-type]
