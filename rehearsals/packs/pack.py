"""A pack: the courts, people and moments that fill a new rehearsal.

A pack is data and is checked when it is loaded. Times are aware datetimes. Passwords are practice
passwords, which the cast table shows.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from importlib import import_module
from zoneinfo import ZoneInfo

from django.utils.module_loading import import_string

from rehearsals.app_config import declarations
from rehearsals.packs.cases import CaseSpec


class PackError(ValueError):
    """A pack has mistakes. The message lists all of them."""


@dataclass(frozen=True)
class Moment:
    """A named time to which the court clock can be set."""

    key: str
    label: str
    at: datetime
    meaning: str


@dataclass(frozen=True)
class Desk:
    phone: str
    email: str
    hours: str = ""


@dataclass(frozen=True)
class CourtSpec:
    code: str  # "nmd", as in ecf.nmd.uscourts.gov
    cso_id: str  # "NMDC", as in pscCourtId
    name: str  # "District of New Mexico"
    title: str  # "United States District Court"
    kind: str  # district | bankruptcy | appellate
    time_zone: str
    go_live_at: datetime
    outage_starts_at: datetime
    help_desk: Desk
    masthead_lines: tuple[str, ...] = ()
    note: str = ""
    document_prefix: str = "000"  # the first three digits of the court's document numbers
    filer_roles: tuple[str, ...] = ("attorney",)  # roles this court grants on request
    applications: tuple[str, ...] = ("efile_only",)  # what an attorney can apply for here
    asks_for_document: bool = False

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


@dataclass(frozen=True)
class PacerSpec:
    account_number: str
    username: str
    password: str
    account_type: str  # legacy | upgraded
    opened_on: date
    first_name: str
    last_name: str
    email: str
    holder: str = "individual"  # individual | shared | paa
    status: str = "active"
    user_type: str = "ATTORNEY"
    firm: str = ""
    city: str = "Albuquerque"
    phone: str = "505-555-0100"
    cja: bool = False
    username_forgotten: bool = False
    password_forgotten: bool = False


@dataclass(frozen=True)
class CmecfSpec:
    court: str
    login: str
    password: str
    first_name: str
    last_name: str
    email: str
    middle_name: str = ""
    role: str = "attorney"  # attorney | trustee | party
    linked_to: str = ""  # a PACER account number
    linked_at: datetime | None = None
    only_case: str = ""
    password_forgotten: bool = False


@dataclass(frozen=True)
class UsageSpec:
    """One billable use of PACER before the rehearsal starts. Its fee is computed."""

    account_number: str
    at: datetime
    court: str
    description: str
    search: str
    pages: int
    client_code: str = ""
    kind: str = "case"  # case | transcript | search
    is_exempt: bool = False


@dataclass(frozen=True)
class PaymentSpec:
    account_number: str
    at: datetime
    amount: str  # dollars and cents
    brand: str
    last_four: str


@dataclass(frozen=True)
class PersonaSpec:
    key: str
    given: str
    family: str
    description: str  # one line
    condition: str  # what is special about this person's accounts, in one or two sentences
    pacer: tuple[PacerSpec, ...] = ()
    cmecf: tuple[CmecfSpec, ...] = ()
    shared_account: str = ""  # number of the PACER account of an office that this person uses
    is_filer: bool = True
    is_newcomer: bool = False  # wants to e-file in the home court for the first time
    manages_billing: bool = False  # pays for an office and files nothing
    born_on: date | None = None  # PACER asks for it when a credential was forgotten
    answers: tuple[str, str] = ("", "")  # to the first question of each list, in lowercase

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


@dataclass(frozen=True, eq=False)  # found in caches by its identity
class Pack:
    code: str
    title: str
    home_court: str
    start: str  # key of the moment a new rehearsal starts at
    moments: tuple[Moment, ...]
    courts: tuple[CourtSpec, ...]
    personas: tuple[PersonaSpec, ...]
    dead_mail_domains: frozenset[str] = field(default_factory=frozenset)
    usage: tuple[UsageSpec, ...] = ()
    payments: tuple[PaymentSpec, ...] = ()
    cases: tuple[CaseSpec, ...] = ()

    @property
    def home(self) -> CourtSpec:
        """The court whose move is rehearsed."""
        return next(court for court in self.courts if court.code == self.home_court)

    def moment(self, key: str) -> Moment:
        return next(moment for moment in self.moments if moment.key == key)

    def persona(self, key: str) -> PersonaSpec | None:
        return next((persona for persona in self.personas if persona.key == key), None)

    def pacer_specs(self) -> Iterator[tuple[PersonaSpec, PacerSpec]]:
        return ((persona, spec) for persona in self.personas for spec in persona.pacer)

    def cmecf_specs(self) -> Iterator[tuple[PersonaSpec, CmecfSpec]]:
        return ((persona, spec) for persona in self.personas for spec in persona.cmecf)

    def passwords(self) -> set[str]:
        pacer = {spec.password for _, spec in self.pacer_specs()}
        answers = {answer for persona in self.personas for answer in persona.answers if answer}
        return pacer | {spec.password for _, spec in self.cmecf_specs()} | answers


def _repeated(values: Iterator[object]) -> list[object]:
    return [value for value, times in Counter(values).items() if times > 1]


def faults(pack: Pack) -> list[str]:
    """The mistakes in a pack, one sentence each; empty if the pack may be loaded."""
    return [*_duplicates(pack), *_unknown_names(pack), *_contradictions(pack), *_declared(pack)]


def _declared(pack: Pack) -> Iterator[str]:
    """What the apps find wrong in their parts of the pack."""
    for checks in declarations("pack_faults"):
        for check in checks:
            yield from import_string(check)(pack)


def _duplicates(pack: Pack) -> Iterator[str]:
    """Keys and names that must be unique."""
    for label, values in (
        ("persona", (persona.key for persona in pack.personas)),
        ("moment", (moment.key for moment in pack.moments)),
        ("account number", (spec.account_number for _, spec in pack.pacer_specs())),
        ("username", (spec.username for _, spec in pack.pacer_specs())),
        ("CM/ECF login", ((spec.court, spec.login) for _, spec in pack.cmecf_specs())),
        ("case", ((case.court, case.number) for case in pack.cases)),
    ):
        yield from (f"{label} {value!r} is used twice" for value in _repeated(values))


def _unknown_names(pack: Pack) -> Iterator[str]:
    """References to courts, accounts and moments that aren't in the pack."""
    courts = {court.code for court in pack.courts}
    for _, spec in pack.cmecf_specs():
        if spec.court not in courts:
            yield f"{spec.login} is at {spec.court}, which isn't in the pack"
    bills: tuple[UsageSpec | PaymentSpec, ...] = (*pack.usage, *pack.payments)
    numbers = {spec.account_number for _, spec in pack.pacer_specs()}
    for who, number in (
        *((spec.login, spec.linked_to) for _, spec in pack.cmecf_specs()),
        *((persona.key, persona.shared_account) for persona in pack.personas),
        *(("a bill", row.account_number) for row in bills),
    ):
        if number and number not in numbers:
            yield f"{who} refers to account {number}, which isn't in the pack"
    yield from _unknown_in_cases(pack, courts)
    if pack.home_court not in courts:
        yield f"home court {pack.home_court} isn't in the pack"
    if pack.start not in {moment.key for moment in pack.moments}:
        yield f"start {pack.start} isn't a moment of the pack"


def _unknown_in_cases(pack: Pack, courts: set[str]) -> Iterator[str]:
    """References of cases to courts and logins that aren't in the pack."""
    logins = {(spec.court, spec.login) for _, spec in pack.cmecf_specs()}
    for case in pack.cases:
        if case.court not in courts:
            yield f"case {case.number} is at {case.court}, which isn't in the pack"
        named = {entry.login for entry in case.entries} | {party.login for party in case.parties}
        named |= {attorney.login for party in case.parties for attorney in party.attorneys}
        for login in sorted(named - {""}):
            if (case.court, login) not in logins:
                yield f"case {case.number} names {login}, who has no login at {case.court}"


def _contradictions(pack: Pack) -> Iterator[str]:
    for court in pack.courts:
        if court.outage_starts_at >= court.go_live_at:
            yield f"{court.code}: the outage must start before go-live"
    for persona in pack.personas:
        if any(answer != answer.casefold().strip() for answer in persona.answers):
            yield f"{persona.key}: answers must be lowercase without spaces around them"


@cache
def get_pack(code: str) -> Pack:
    """The pack `code`, checked. Raises PackError with the list of its mistakes."""
    pack = import_module(f"rehearsals.packs.{code.replace('-', '_')}").PACK
    if mistakes := faults(pack):
        raise PackError("; ".join(mistakes))
    return pack
