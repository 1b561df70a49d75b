"""What is above the entries of a docket: the court, the case, and its parties with their counsel."""

from dataclasses import dataclass, field

from dockets.cases.charges import Charges, read_charges
from dockets.cases.queries import sealed_among
from dockets.models import Appearance, Case, CaseKind, Party

_HEADINGS = {
    CaseKind.CIVIL: "CIVIL DOCKET FOR CASE #: ",
    CaseKind.CRIMINAL: "CRIMINAL DOCKET FOR CASE #: ",
    CaseKind.BANKRUPTCY: "Bankruptcy Petition #: ",
    CaseKind.APPEAL: "Court of Appeals Docket #: ",
}
_COURTS = {
    CaseKind.BANKRUPTCY: "U.S. Bankruptcy Court",
    CaseKind.APPEAL: "United States Court of Appeals",
}
_CHAPTERS = {"7": "Liquidation", "11": "Reorganization", "13": "Individual debt adjustment"}


@dataclass(frozen=True)
class Counsel:
    name: str
    lines: list[str]
    roles: list[str]
    designation: str
    is_above: bool = False  # the address was given with an earlier party


@dataclass(frozen=True)
class PartyBlock:
    """A party as the docket shows it. `heading`: its role, with the number of a defendant."""

    party: Party
    heading: str
    has_versus: bool
    counsel: list[Counsel] = field(default_factory=list)
    charges: Charges | None = None


def heading_lines(case: Case) -> list[str]:
    """The lines at the top of a docket, the case number last."""
    city, place = case.office_name, case.court.place
    lines = [
        _COURTS.get(CaseKind(case.kind), "U.S. District Court"),
        f"{place} ({city})" if city else place,
    ]
    return [*lines, _HEADINGS[CaseKind(case.kind)] + case.full_number]


def left_lines(case: Case) -> list[str]:
    """The left side of the caption: the name of the case, its judges and what it is about.

    Sealed lead and related cases aren't named. At most one query.
    """
    others = [case.lead_case, *case.related_cases]
    sealed = sealed_among(case, others) if any(others) else ()
    title = f"Case title: {case.title}" if case.kind == CaseKind.CRIMINAL else case.title
    lines = [
        title,
        _labeled("Assigned to", case.presiding_judge),
        _labeled("Referred to", case.referral_judge),
        _labeled("Demand", case.demand),
        _labeled("Lead case", "" if case.lead_case in sealed else case.lead_case),
        *[f"Related case: {number}" for number in case.related_cases if number not in sealed],
        _labeled("Cause", case.cause),
    ]
    if case.chapter:
        lines += [f"Chapter {case.chapter}", "Voluntary", _CHAPTERS.get(case.chapter, "")]
    return [line for line in lines if line]


def right_lines(case: Case) -> list[str]:
    """The right side of the caption: dates, and the facts of a civil case."""
    closed = f"{case.closed_on:%m/%d/%Y}" if case.closed_on else ""
    lines = [
        f"Date Filed: {case.filed_on:%m/%d/%Y}",
        _labeled("Date Terminated", closed),
        _labeled("Jury Demand", case.jury_demand),
        _labeled("Nature of Suit", case.nature_of_suit),
        _labeled("Jurisdiction", case.jurisdiction),
    ]
    return [line for line in lines if line]


def _labeled(label: str, value: str) -> str:
    return f"{label}: {value}" if value else ""


def party_blocks(case: Case, parties: list[Party]) -> list[PartyBlock]:
    """The parties as blocks. "V." is between the first side and the second."""
    shown: set[str] = set()
    blocks: list[PartyBlock] = []
    for party in parties:
        is_other_side = bool(blocks) and _is_first_side(blocks[-1].party)
        block = PartyBlock(
            party=party,
            heading=_heading(party),
            has_versus=is_other_side and not _is_first_side(party) and _has_sides(case),
            counsel=[_counsel(one, shown) for one in party.appearances.all()],
            charges=_charges(case, party),
        )
        blocks.append(block)
    return blocks


def _has_sides(case: Case) -> bool:
    return case.kind in (CaseKind.CIVIL, CaseKind.APPEAL)


def _is_first_side(party: Party) -> bool:
    return party.role in ("Plaintiff", "Petitioner", "Appellant", "Plaintiff - Appellant")


def _heading(party: Party) -> str:
    number = party.defendant_number
    return f"{party.role} ({number})" if number else party.role


def _charges(case: Case, party: Party) -> Charges | None:
    is_accused = case.kind == CaseKind.CRIMINAL and party.defendant_number is not None
    return read_charges(party.charges) if is_accused else None


def _counsel(appearance: Appearance, shown: set[str]) -> Counsel:
    """An attorney. `shown`: whose address the docket has already; then it says "See above"."""
    key = f"{appearance.name}\n{appearance.contact}"
    is_above = key in shown
    shown.add(key)
    roles = ["LEAD ATTORNEY"] if appearance.is_lead else []
    if appearance.terminated_on:
        roles = [f"TERMINATED: {appearance.terminated_on:%m/%d/%Y}", *roles]
    elif appearance.is_noticed:
        roles.append("ATTORNEY TO BE NOTICED")
    return Counsel(
        name=appearance.name,
        lines=_contact_lines(appearance),
        roles=roles,
        designation=appearance.designation,
        is_above=is_above,
    )


def _contact_lines(appearance: Appearance) -> list[str]:
    account = appearance.cmecf_account
    email = account.email if account else appearance.email
    lines = appearance.contact.splitlines()
    return [*lines, f"Email: {email}"] if email and not _has_email(lines) else lines


def _has_email(lines: list[str]) -> bool:
    return any("@" in line for line in lines)
