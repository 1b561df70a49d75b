"""Rules of e-file registration."""

import re
from datetime import datetime

from cmecf.courts.phases import CourtPhase
from cmecf.models import AccountOrigin, CmecfAccount, Court, CourtKind, FilerRole
from efile.choices import Application, RequestKind
from efile.registration.refusals import EfileRefusal
from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from rehearsals.models import LinkPolicy

# A court that asks for documents requires one for these (a certificate of good standing).
NEEDS_DOCUMENT = frozenset({Application.ADMISSIONS, Application.PRO_HAC_VICE})

# Courts write case numbers in many ways: 1:20-cv-90001-TRN-SIM, 20-90001-t7, 20-9001.
_CASE_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9:./-]*")


def why_not_begin(account: PacerAccount, policy: str) -> EfileRefusal | None:
    """Why this PACER account can't register in any court. The same accounts can't be linked."""
    if account.holder_kind == HolderKind.PAA:
        return EfileRefusal.BILLING_ACCOUNT
    if account.holder_kind == HolderKind.SHARED and policy == LinkPolicy.GUARD:
        return EfileRefusal.SHARED_ACCOUNT
    return EfileRefusal.LEGACY_ACCOUNT if account.is_legacy else None


def why_closed(court: Court, at: datetime) -> EfileRefusal | None:
    """Only NextGen courts take registrations through PACER (PACER, Attorney Filers). `at`: court time."""
    phase = court.phase(at)
    if phase is CourtPhase.OUTAGE:
        return EfileRefusal.COURT_CLOSED
    return EfileRefusal.NOT_NEXTGEN if phase is CourtPhase.LEGACY else None


def why_not_here(record: CmecfAccount | None, has_open_request: bool) -> EfileRefusal | None:
    """Why a filer isn't registered again. `record`: the CM/ECF account in this court, if any."""
    if record is not None:
        if not record.is_active:
            return EfileRefusal.RECORD_CLOSED
        if record.origin == AccountOrigin.REGISTRATION:
            return EfileRefusal.ALREADY_REGISTERED
        return EfileRefusal.ALREADY_LINKED
    return EfileRefusal.REQUEST_OPEN if has_open_request else None


def why_not_ask_for(court: Court, kind: str, role: str, application: str) -> EfileRefusal | None:
    """Whether the court offers the role and the application (its own lists)."""
    if role not in roles_of(court, kind):
        return EfileRefusal.ROLE_NOT_GRANTED
    if kind == RequestKind.ATTORNEY and application not in court.applications:
        return EfileRefusal.NOT_OFFERED
    return None


def why_incomplete(
    court: Court, role: str, application: str, *, recent_case: str, has_document: bool
) -> EfileRefusal | None:
    """What a request lacks. Without a named case, a party could file in every case."""
    if role == FilerRole.PARTY and not recent_case:
        return EfileRefusal.CASE_MISSING
    if needs_document(court, application) and not has_document:
        return EfileRefusal.DOCUMENT_MISSING
    return None


def why_not_offered(court: Court, kind: str) -> EfileRefusal | None:
    """Whether the court takes this kind of request at all, checked before the user fills in a page."""
    if not roles_of(court, kind):
        return EfileRefusal.ROLE_NOT_GRANTED
    if kind == RequestKind.ATTORNEY and not court.applications:
        return EfileRefusal.NOT_OFFERED
    return None


def roles_of(court: Court, kind: str) -> list[str]:
    """The roles that the court grants for this kind of request, in the court's order."""
    is_attorney = kind == RequestKind.ATTORNEY
    return [role for role in court.filer_roles if (role == FilerRole.ATTORNEY) == is_attorney]


def is_case_number(text: str) -> bool:
    """Whether `text` has the form of a case number. Whether the case exists isn't checked."""
    return bool(_CASE_NUMBER.fullmatch(text)) and any(char in "0123456789" for char in text)


def needs_document(court: Court, application: str) -> bool:
    return court.asks_for_document and application in NEEDS_DOCUMENT


def court_label(court: Court) -> str:
    """As the Service Center lists courts: "New Mexico District Court - NextGen" (court hand-outs)."""
    return f"{_listed_name(court)} - NextGen"


def _listed_name(court: Court) -> str:
    place = court.name.rpartition("District of ")[2]
    if court.kind == CourtKind.DISTRICT:
        return f"{place} District Court"
    return f"{place} Bankruptcy Court" if court.kind == CourtKind.BANKRUPTCY else court.name


COURT_TYPES = {
    CourtKind.DISTRICT: "U.S. District Courts",
    CourtKind.BANKRUPTCY: "U.S. Bankruptcy Courts",
    CourtKind.APPELLATE: "U.S. Appellate Courts",
}
