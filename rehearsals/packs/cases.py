"""The cases of a pack: data that is checked when the pack is loaded. Dates are of the court's zone."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class AttorneySpec:
    """An attorney who appears for a party. `login`: the CM/ECF login in the case's court, if any."""

    name: str
    login: str = ""
    contact: tuple[str, ...] = ()
    email: str = ""  # only without a login
    is_lead: bool = True
    is_noticed: bool = True
    designation: str = ""
    added_on: date | None = None  # else when the party was added
    terminated_on: date | None = None


@dataclass(frozen=True)
class PartySpec:
    role: str  # "Plaintiff"
    last_name: str  # or the name of an organization
    first_name: str = ""
    middle_name: str = ""
    note: str = ""
    attorneys: tuple[AttorneySpec, ...] = ()
    login: str = ""  # of a party who represents himself or herself
    is_pro_se: bool = False
    defendant_number: int | None = None
    charges: dict[str, Any] = field(default_factory=dict)  # see dockets.cases.charges
    added_on: date | None = None  # else when the case was filed
    terminated_on: date | None = None


@dataclass(frozen=True)
class DocumentSpec:
    """A practice document: the first of an entry is the main document, the others are attachments."""

    kind: str  # a key of dockets.documents.practice.KINDS
    pages: int
    category: str = ""
    description: str = ""
    restriction: str = "public"  # public | participants | sealed


@dataclass(frozen=True)
class EntrySpec:
    at: datetime
    event: str  # a key of the event catalog
    short_text: str
    text: str
    login: str = ""  # who filed it; empty: the court
    filed_by: str = ""
    entered_by_name: str = ""
    documents: tuple[DocumentSpec, ...] = ()
    refers_to: tuple[int, ...] = ()
    has_number: bool = True
    restriction: str = "public"
    is_opinion: bool = False


@dataclass(frozen=True)
class DeadlineSpec:
    label: str
    due_on: date
    entry: int | None = None
    starts_at: datetime | None = None  # of a hearing
    place: str = ""
    satisfied_on: date | None = None


@dataclass(frozen=True)
class CaseSpec:
    court: str
    number: str  # without initials: "1:20-cv-90001"
    kind: str  # cv | cr | bk | ap
    title: str
    filed_on: date
    initials: str = ""
    closed_on: date | None = None
    presiding_judge: str = ""
    referral_judge: str = ""
    nature_of_suit: str = ""
    cause: str = ""
    jurisdiction: str = ""
    jury_demand: str = ""
    demand: str = ""
    chapter: str = ""
    access: str = "open"  # open | sealed
    lead_case: str = ""
    related_cases: tuple[str, ...] = ()
    parties: tuple[PartySpec, ...] = ()
    entries: tuple[EntrySpec, ...] = ()
    deadlines: tuple[DeadlineSpec, ...] = ()
