"""Who may file what, in which case. Source: the courts' rules for e-filers; "assumed" where we chose."""

from dataclasses import dataclass
from datetime import date, timedelta

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court, FilerRole
from dockets.filing.catalog.event import ATTORNEYS, CRIMINAL, Event, Refers
from dockets.filing.refusals import FilingRefusal
from dockets.models import Case, CaseKind, Party, Restriction
from rehearsals.clock.business_days import is_business_day

_KINDS = {"Civil": CaseKind.CIVIL, "Criminal": CaseKind.CRIMINAL}


@dataclass(frozen=True)
class Standing:
    """What the filer is in a case: counsel of a party, or a party who represents himself or herself."""

    is_counsel: bool = False
    is_party: bool = False


def why_not_use(account: CmecfAccount, court: Court, phase: CourtPhase) -> FilingRefusal | None:
    """Why nothing can be filed with this account in this court now."""
    if account.court_id != court.pk:
        return FilingRefusal.OTHER_COURT
    if phase is CourtPhase.OUTAGE:
        return FilingRefusal.CLOSED
    if not account.is_active:
        return FilingRefusal.INACTIVE
    if phase is CourtPhase.NEXTGEN and not account.is_linked:
        return FilingRefusal.NOT_LINKED
    return None


def may_use_event(event: Event, role: str) -> bool:
    """Whether a filer of this role is offered this event."""
    return not event.by_court and role in event.roles


def why_not_event(event: Event, account: CmecfAccount) -> FilingRefusal | None:
    return None if may_use_event(event, account.role) else FilingRefusal.NOT_YOUR_EVENT


def why_not_case(
    account: CmecfAccount, case: Case, menu: str, event: Event, standing: Standing
) -> FilingRefusal | None:
    """Why this filer can't file this event in this case. `menu`: the one the event was chosen from."""
    if case.is_sealed:
        return FilingRefusal.SEALED_CASE
    if account.only_case and account.only_case not in (case.number, case.full_number):
        return FilingRefusal.ONLY_ONE_CASE
    if case.kind in _KINDS.values() and case.kind != _KINDS.get(menu):
        return FilingRefusal.WRONG_MENU
    return _why_not_role(account.role, menu, event, standing)


def _why_not_role(role: str, menu: str, event: Event, standing: Standing) -> FilingRefusal | None:
    if menu == CRIMINAL and role not in (*ATTORNEYS, FilerRole.PARTY, FilerRole.COURT_REPORTER):
        return FilingRefusal.NOT_IN_CRIMINAL
    if role == FilerRole.PARTY and not standing.is_party:
        return FilingRefusal.NOT_IN_CRIMINAL if menu == CRIMINAL else FilingRefusal.NOT_YOUR_CASE
    is_restricted = event.restriction != Restriction.PUBLIC and not event.is_transcript
    if is_restricted and not (standing.is_counsel or standing.is_party):
        return FilingRefusal.NOT_COUNSEL
    return None


def needs_filer(role: str) -> bool:
    """Whether a party must be chosen. Trustees and court reporters file for themselves."""
    return role not in (FilerRole.TRUSTEE, FilerRole.US_TRUSTEE, FilerRole.COURT_REPORTER)


def appears_for_parties(role: str) -> bool:
    """Whether a filer of this role is associated with the parties that he or she files for."""
    return role == FilerRole.ATTORNEY


def why_incomplete(
    event: Event, role: str, *, filers: int, documents: int, references: int, is_fee_settled: bool
) -> FilingRefusal | None:
    """What a filing lacks. The arguments count what it has."""
    if needs_filer(role) and not filers:
        return FilingRefusal.NO_FILER
    if event.needs_document and not documents:
        return FilingRefusal.NO_DOCUMENT
    if event.refers is Refers.MUST and not references:
        return FilingRefusal.NO_REFERENCE
    return None if is_fee_settled or event.fee is None else FilingRefusal.FEE_UNPAID


def response_due(filed_on: date, days: int) -> date:
    """The day on which CM/ECF notes a response as due: not a weekend or a federal holiday (Rule 6(a))."""
    day = filed_on + timedelta(days=days)
    while not is_business_day(day):
        day += timedelta(days=1)
    return day


def may_file_for(account: CmecfAccount, parties: list[Party]) -> bool:
    """Whether the filer may file for these parties. A party files for himself or herself only."""
    return account.role != FilerRole.PARTY or all(
        party.cmecf_account_id == account.pk for party in parties
    )
