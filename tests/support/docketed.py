"""The pack's cases and filers, and docket entries made without the pages or the service of a filing."""

from datetime import datetime

from cmecf.models import CmecfAccount
from dockets.documents.practice import practice_document
from dockets.documents.store import keep_shared
from dockets.models import Case, DocketEntry, EntryDocument, NoticeOfElectronicFiling
from dockets.notices.services import give_notice
from pacer_accounts.models import PacerAccount
from rehearsals.clock.court_time import court_day
from rehearsals.models import Rehearsal
from tests.support.cast import Member

K1 = "1:20-cv-90001"
TEXT = "MOTION to Dismiss by Sample Ditch Company. (Counsel, Adele)"


def case_of(rehearsal: Rehearsal, number: str = K1) -> Case:
    """A case of the pack, by its number without initials."""
    return Case.objects.select_related("court", "rehearsal").get(rehearsal=rehearsal, number=number)


def filer(rehearsal: Rehearsal, who: Member, court: str = "nmd") -> CmecfAccount:
    accounts = CmecfAccount.objects.select_related("court")
    return accounts.get(rehearsal=rehearsal, court__code=court, login=who.login)


def pacer_of(rehearsal: Rehearsal, who: Member) -> PacerAccount:
    return rehearsal.pacer_accounts.get(account_number=who.number)


def entry_count(rehearsal: Rehearsal) -> int:
    """How many docket entries the rehearsal has, in all its cases."""
    return DocketEntry.objects.filter(rehearsal=rehearsal).count()


def add_entry(
    case: Case,
    at: datetime,
    who: CmecfAccount | None = None,
    *,
    attachments: int = 0,
    **fields: object,
) -> DocketEntry:
    """An entry of `case` by `who`, with a main document and attachments, and its notice."""
    values = {
        "short_text": "Motion to Dismiss",
        "text": TEXT,
        "filed_by": "Sample Ditch Company",
        "event": "motion-to-dismiss",
    }
    entry = _next_entry(case, at, who, **values | fields)
    for number in range(attachments + 1):
        _add_document(entry, number)
    give_notice(entry=entry, at=at)
    return entry


def _next_entry(
    case: Case, at: datetime, who: CmecfAccount | None, **fields: object
) -> DocketEntry:
    """The entry with the next number of `case`, signed by `who`."""
    case.last_number, case.last_sequence = case.last_number + 1, case.last_sequence + 1
    case.save(update_fields=["last_number", "last_sequence"])
    values = {"entered_by": who, "entered_by_name": _signature(who)}
    return DocketEntry.objects.create(
        rehearsal=case.rehearsal,
        case=case,
        sequence=case.last_sequence,
        number=case.last_number,
        filed_on=court_day(at, case.court.time_zone),
        entered_at=at,
        **values | fields,
    )


def _signature(who: CmecfAccount | None) -> str:
    return f"{who.last_name}, {who.first_name}" if who else ""


def _add_document(entry: DocketEntry, attachment: int) -> EntryDocument:
    document = practice_document("exhibit" if attachment else "motion", 2)
    return EntryDocument.objects.create(
        rehearsal=entry.rehearsal,
        entry=entry,
        attachment=attachment,
        category="Exhibit" if attachment else "",
        description="ABC"[attachment - 1] if attachment else "",
        file_name=document.name,
        path=keep_shared(document),
        sha256=document.digest,
        size=document.size,
        pages=document.pages,
    )


def add_bare_entry(
    case: Case,
    at: datetime,
    *,
    by: CmecfAccount | None = None,
    using: PacerAccount | None = None,
    short_text: str = "Notice of Change of Address",
    restriction: str = "public",
) -> DocketEntry:
    """An entry of `by`, filed with the PACER account `using`, and its notice: no documents, no recipients."""
    text = f"{short_text.upper()} by Practice Mesa Water Cooperative. ({_signature(by)})"
    entry = _next_entry(
        case,
        at,
        by,
        event="notice",
        short_text=short_text,
        text=text,
        entered_with=using,
        restriction=restriction,
    )
    NoticeOfElectronicFiling.objects.create(
        rehearsal=case.rehearsal,
        entry=entry,
        at=at,
        entered_by_name=entry.entered_by_name,
        docket_text=text,
    )
    return entry
