"""Docket entries with practice documents, made without the pages of a filing."""

from datetime import datetime

from cmecf.models import CmecfAccount
from dockets.documents.practice import practice_document
from dockets.documents.store import SHARED, keep
from dockets.models import Case, DocketEntry, EntryDocument
from dockets.notices.services import give_notice
from rehearsals.clock.court_time import court_day
from rehearsals.models import Rehearsal
from tests.support.cast import Member

NUMBER = "1:20-cv-90001"
TEXT = "MOTION to Dismiss by Sample Ditch Company. (Counsel, Adele)"


def case_of(rehearsal: Rehearsal, number: str = NUMBER) -> Case:
    return Case.objects.select_related("court").get(rehearsal=rehearsal, number=number)


def filer(rehearsal: Rehearsal, who: Member) -> CmecfAccount:
    return rehearsal.cmecf_accounts.get(court__code="nmd", login=who.login)


def add_entry(
    case: Case,
    at: datetime,
    who: CmecfAccount | None = None,
    *,
    attachments: int = 0,
    **fields: object,
) -> DocketEntry:
    """An entry of `case` by `who`, with a main document and attachments, and its notice."""
    case.last_number, case.last_sequence = case.last_number + 1, case.last_sequence + 1
    case.save(update_fields=["last_number", "last_sequence"])
    values = {
        "short_text": "Motion to Dismiss",
        "text": TEXT,
        "filed_by": "Sample Ditch Company",
        "event": "motion-to-dismiss",
        "entered_by_name": f"{who.last_name}, {who.first_name}" if who else "",
    }
    entry = DocketEntry.objects.create(
        rehearsal=case.rehearsal,
        case=case,
        sequence=case.last_sequence,
        number=case.last_number,
        filed_on=court_day(at, case.court.time_zone),
        entered_at=at,
        entered_by=who,
        **values | fields,
    )
    for number in range(attachments + 1):
        _add_document(entry, number)
    give_notice(entry=entry, at=at)
    return entry


def _add_document(entry: DocketEntry, attachment: int) -> EntryDocument:
    document = practice_document("exhibit" if attachment else "motion", 2)
    return EntryDocument.objects.create(
        rehearsal=entry.rehearsal,
        entry=entry,
        attachment=attachment,
        category="Exhibit" if attachment else "",
        description="ABC"[attachment - 1] if attachment else "",
        file_name=document.name,
        path=keep(document, SHARED),
        sha256=document.digest,
        size=document.size,
        pages=document.pages,
    )
