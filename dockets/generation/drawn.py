"""What is drawn for a generated court: plain data without keys."""

from dataclasses import dataclass
from datetime import date

from dockets.generation import proportions as of


@dataclass(frozen=True)
class DrawnFiler:
    login: str
    first_name: str
    last_name: str
    email: str
    is_daily: bool


@dataclass(frozen=True)
class DrawnParty:
    role: str
    last_name: str
    first_name: str
    is_pro_se: bool
    filers: tuple[int, ...]  # places in the list of filers
    terminated_on: date | None
    charge: str

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class DrawnEntry:
    event: str
    short_text: str
    text: str
    filed_on: date
    minute: int  # of the day, in the court's zone
    filer: int | None
    filed_by: str
    restriction: str
    is_opinion: bool
    kind: str
    pages: tuple[int, ...]  # of the main document and each attachment; empty: text only


@dataclass(frozen=True)
class DrawnCase:
    serial: int
    kind: str
    office: str
    initials: str
    title: str
    filed_on: date
    closed_on: date | None
    presiding_judge: str
    referral_judge: str
    nature_of_suit: str
    cause: str
    jurisdiction: str
    jury_demand: str
    chapter: str
    is_sealed: bool
    is_member: bool
    parties: tuple[DrawnParty, ...]
    entries: tuple[DrawnEntry, ...]
    deadline_on: date | None

    @property
    def number(self) -> str:
        year = f"{self.filed_on:%y}"
        if self.kind in ("cv", "cr"):
            return f"{self.office}:{year}-{self.kind}-{self.serial}"
        return f"{year}-{self.serial}"


@dataclass(frozen=True)
class Source:
    """What all cases of one run share. `today`: the last day on which something was filed."""

    seed: int
    court_kind: str  # district | bankruptcy | appellate
    today: date
    cases: int
    filers: int
    first_serial: int = of.FIRST_SERIAL
    most_entries: int = of.MOST_ENTRIES
