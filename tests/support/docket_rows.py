"""Rows of dockets that the pack doesn't have. The product's own service files documents."""

from datetime import datetime

from cmecf.models import CmecfAccount
from dockets.models import Case, DocketEntry, NoticeOfElectronicFiling
from pacer_accounts.models import PacerAccount
from rehearsals.clock.court_time import court_day
from rehearsals.models import Rehearsal
from tests.support.cast import Member

K1 = "1:20-cv-90001"


def case_of(rehearsal: Rehearsal, number: str = K1) -> Case:
    return Case.objects.select_related("court", "rehearsal").get(rehearsal=rehearsal, number=number)


def login_of(rehearsal: Rehearsal, member: Member, court: str = "nmd") -> CmecfAccount:
    return rehearsal.cmecf_accounts.get(login=member.login, court__code=court)


def pacer_of(rehearsal: Rehearsal, member: Member) -> PacerAccount:
    return rehearsal.pacer_accounts.get(account_number=member.number)


def add_entry(
    case: Case,
    at: datetime,
    *,
    by: CmecfAccount | None = None,
    using: PacerAccount | None = None,
    short_text: str = "Notice of Change of Address",
    restriction: str = "public",
) -> DocketEntry:
    """An entry of `by`, filed with the PACER account `using`, and its notice without recipients."""
    case.last_sequence += 1
    case.last_number += 1
    case.save(update_fields=["last_sequence", "last_number"])
    name = f"{by.last_name}, {by.first_name}" if by else ""
    text = f"{short_text.upper()} by Practice Mesa Water Cooperative. ({name})"
    entry = DocketEntry.objects.create(
        rehearsal=case.rehearsal,
        case=case,
        sequence=case.last_sequence,
        number=case.last_number,
        filed_on=court_day(at, case.court.time_zone),
        entered_at=at,
        event="notice",
        short_text=short_text,
        text=text,
        entered_by=by,
        entered_by_name=name,
        entered_with=using,
        restriction=restriction,
    )
    NoticeOfElectronicFiling.objects.create(
        rehearsal=case.rehearsal, entry=entry, at=at, entered_by_name=name, docket_text=text
    )
    return entry
