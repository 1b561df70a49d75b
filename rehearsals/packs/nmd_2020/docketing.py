"""Short ways to write docket entries, and the attorneys and judges of the cases."""

from dataclasses import dataclass
from datetime import date, datetime

from rehearsals.packs.cases import AttorneySpec, DocumentSpec, EntrySpec, PartySpec

TRN, SIM = "District Judge Terra R. Nova", "Magistrate Judge Sim U. Lation"
JUDGES = f"{TRN} and {SIM}"
CLERK = "prc"  # initials of a deputy clerk, at the end of what the court enters


@dataclass(frozen=True)
class Counsel:
    """An attorney of the cases. `login`: in the court of the case; empty if they have none there."""

    given: str
    family: str
    login: str
    contact: tuple[str, ...]
    email: str = ""

    @property
    def filer_name(self) -> str:
        return f"{self.family}, {self.given}"

    def appears(
        self,
        designation: str = "Retained",
        *,
        is_lead: bool = True,
        added_on: date | None = None,
        terminated_on: date | None = None,
    ) -> AttorneySpec:
        return AttorneySpec(
            name=f"{self.given} {self.family}",
            login=self.login,
            contact=self.contact,
            email=self.email,
            is_lead=is_lead,
            designation=designation,
            added_on=added_on,
            terminated_on=terminated_on,
        )


def _office(
    firm: str, street: str, city: str, phone: str, zip_code: str = "87100"
) -> tuple[str, ...]:
    return (firm, street, f"{city}, NM {zip_code}", phone)


THREE_RIVERS = _office(
    "Three Rivers Trial Group", "3 Example Street", "Albuquerque", "505-555-0103"
)
NOEL = Counsel(
    "Noel",
    "Attorney",
    "nattorney",
    _office("Practice Law Office", "1 Sample Plaza", "Albuquerque", "505-555-0101"),
)
JOHN = Counsel(
    "John",
    "Attorney",
    "jattorney",
    _office("Attorney & Example", "2 Placeholder Road", "Santa Fe", "505-555-0102", "87500"),
)
ADELE = Counsel("Adele", "Counsel", "acounsel", THREE_RIVERS)
GILBERT = Counsel(
    "Gilbert",
    "Barrister",
    "gbarrister",
    _office("Old Firm LLP", "4 Former Avenue", "Albuquerque", "505-555-0104"),
)
TERESA = Counsel(
    "Teresa M.",
    "Counselor",
    "tcounselor",
    _office("Counselor Law Office", "5 Sample Court", "Albuquerque", "505-555-0105"),
)
_LAS_CRUCES = _office("Solicitor Law", "6 Example Lane", "Las Cruces", "505-555-0106", "88000")
OWEN = Counsel("Owen", "Solicitor", "o&solicitor", _LAS_CRUCES)
OWEN_AT_NMB = Counsel("Owen", "Solicitor", "osolicitor", _LAS_CRUCES)
HECTOR_AT_NMB = Counsel(
    "Hector",
    "Trustee",
    "hattyfile",
    _office("Trustee & Practice", "8 Sample Street", "Albuquerque", "505-555-0108"),
)
MIRIAM = Counsel(
    "Miriam",
    "Esquire",
    "mesquire",
    _office("Esquire Appeals", "10 Example Plaza", "Albuquerque", "505-555-0110"),
)  # the same login at D.N.M. and at the Tenth Circuit
GRANT = Counsel(
    "Grant",
    "Counsel",
    "gcounsel",
    _office("Office of Practice Affairs", "23 Sample Square", "Santa Fe", "505-555-0123", "87500"),
)
_BELEN = _office("Filer Collections", "24 Example Road", "Belen", "505-555-0124", "87002")
MAX = Counsel("Max", "Filer", "mfiler", _BELEN)  # the same login at both courts of the district
WALTER = Counsel(
    "Walter",
    "Practitioner",
    "wpractitioner",
    _office("Practitioner Law", "25 Sample Trail", "Albuquerque", "505-555-0125"),
)
PAULA = Counsel(
    "Paula",
    "Prosecutor",
    "",
    _office("Office of Practice Prosecution", "30 Example Plaza", "Albuquerque", "505-555-0130"),
    "paula.prosecutor@example.org",
)
TERESA_AT_CA10 = Counsel("Teresa M.", "Counselor", "", TERESA.contact, "teresa@example.com")


def filed(
    at: datetime,
    event: str,
    short_text: str,
    text: str,
    by: Counsel,
    party: PartySpec,
    *documents: DocumentSpec,
    refers_to: tuple[int, ...] = (),
    restriction: str = "public",
) -> EntrySpec:
    """What an attorney filed for a party."""
    return EntrySpec(
        at,
        event,
        short_text,
        f"{text} ({by.filer_name})",
        login=by.login,
        filed_by=_name(party),
        entered_by_name=by.filer_name,
        documents=documents,
        refers_to=refers_to,
        restriction=restriction,
    )


def entered(
    at: datetime,
    event: str,
    short_text: str,
    text: str,
    *documents: DocumentSpec,
    party: PartySpec | None = None,
    refers_to: tuple[int, ...] = (),
    restriction: str = "public",
    is_opinion: bool = False,
    has_number: bool = True,
) -> EntrySpec:
    """What the court entered, for a party if it came on paper. Without documents: text only."""
    return EntrySpec(
        at,
        event,
        short_text,
        f"{text} ({CLERK})",
        filed_by=_name(party) if party else "",
        entered_by_name=CLERK,
        documents=documents,
        refers_to=refers_to,
        has_number=has_number,
        restriction=restriction,
        is_opinion=is_opinion,
    )


def assigned(at: datetime, judges: str) -> EntrySpec:
    """The entry of the judges of a new case, without a number."""
    text = f"{judges} assigned."
    return entered(at, "clerk-assignment", "Case Assigned", text, has_number=False)


def fee(at: datetime, amount: str, receipt: str) -> EntrySpec:
    """The entry of a filing fee, without a number."""
    text = f"Filing and administrative fees received: $ {amount}, receipt number {receipt}."
    return entered(at, "clerk-notice", "Filing Fee Received", text, has_number=False)


def _name(party: PartySpec) -> str:
    parts = (party.first_name, party.middle_name, party.last_name)
    return " ".join(part for part in parts if part)


def complaint(pages: int) -> DocumentSpec:
    return DocumentSpec("complaint", pages)


def motion(pages: int) -> DocumentSpec:
    return DocumentSpec("motion", pages)


def order(pages: int) -> DocumentSpec:
    return DocumentSpec("order", pages)


def notice(pages: int = 2) -> DocumentSpec:
    return DocumentSpec("notice", pages)


def other(pages: int = 2) -> DocumentSpec:
    return DocumentSpec("other", pages)


def exhibit(letter: str, pages: int = 2, restriction: str = "public") -> DocumentSpec:
    """An attachment: "Exhibit A - Contract"."""
    return DocumentSpec("exhibit", pages, "Exhibit", letter, restriction)


COVER_SHEET = other()
SUMMONS = DocumentSpec("summons", 2)
