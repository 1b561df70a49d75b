"""Parties that a filing adds to a case, and associations of its attorney with them."""

from collections.abc import Sequence
from datetime import date

from cmecf.models import CmecfAccount, Court, CourtKind
from dockets.cases.names import name_key
from dockets.filing.submission import NewParty
from dockets.models import Appearance, Case, CaseKind, Party

PLAINTIFF, DEFENDANT = "Plaintiff", "Defendant"
_DISTRICT = (
    PLAINTIFF, DEFENDANT, "Petitioner", "Respondent", "Intervenor", "Movant", "Interested Party",
    "Third Party Defendant", "Third Party Plaintiff", "Counter Claimant", "Counter Defendant",
    "Amicus", "Creditor",
)  # fmt: skip
_BANKRUPTCY = (
    "Creditor", "Debtor", "Joint Debtor", "Petitioning Creditor", "Trustee", "U.S. Trustee",
    "Interested Party",
)  # fmt: skip
_APPELLATE = (
    "Appellant", "Appellee", "Petitioner", "Respondent", "Intervenor", "Amicus Curiae",
)  # fmt: skip
_CRIMINAL = ("Movant", "Interested Party", "Intervenor", "Material Witness", "Amicus")
_ROLES = {
    CourtKind.DISTRICT: _DISTRICT,
    CourtKind.BANKRUPTCY: _BANKRUPTCY,
    CourtKind.APPELLATE: _APPELLATE,
}


def roles_of(court: Court, case: Case | None = None) -> tuple[str, ...]:
    """The roles of a party that a filer may add. Only the court adds defendants to a criminal case."""
    if case and case.kind == CaseKind.CRIMINAL:
        return _CRIMINAL
    return _ROLES[CourtKind(court.kind)]


def add_parties(*, case: Case, new: Sequence[NewParty], day: date) -> list[Party]:
    """Add parties to the locked `case`, after those it has."""
    if not new:
        return []
    last = case.parties.order_by("-position").values_list("position", flat=True).first() or 0
    return Party.objects.bulk_create(
        Party(
            rehearsal=case.rehearsal,
            case=case,
            position=position,
            role=one.role,
            last_name=one.last_name,
            first_name=one.first_name,
            name_key=name_key(one.last_name, one.first_name),
            added_on=day,
        )
        for position, one in enumerate(new, start=last + 1)
    )


def associate(*, account: CmecfAccount, parties: Sequence[Party], day: date) -> list[Appearance]:
    """Enter the attorney's appearance for `parties`."""
    return Appearance.objects.bulk_create(
        Appearance(
            rehearsal=account.rehearsal,
            party=party,
            cmecf_account=account,
            name=account.full_name,
            contact=account.postal_address,
            is_lead=not party.appearances.filter(is_lead=True, terminated_on=None).exists(),
            designation="Retained",
            added_on=day,
        )
        for party in parties
    )
