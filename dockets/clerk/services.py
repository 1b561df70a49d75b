"""The clerk's repairs of a docket. Each keeps an EntryCorrection with the reason.

`reason`: required. `who`: the clerk, as in the log. `at`: court time (UTC).
"""

from datetime import datetime
from typing import BinaryIO, cast

from django.db import transaction

from dockets.clerk.refusals import ClerkRefusal
from dockets.clerk.rules import why_not_correct, why_not_restrict
from dockets.documents import store
from dockets.models import Case, DocketEntry, EntryCorrection, EntryDocument, Restriction
from rehearsals.activity.services import before_change, record_activity
from rehearsals.help.refusals import Refused

RESTRICTED = "dockets.restricted"
CORRECTED = "dockets.text_corrected"
OPENED = "dockets.file_opened"


@transaction.atomic
def restrict_entry(
    *, entry: DocketEntry, restriction: str, reason: str, who: str, at: datetime
) -> DocketEntry:
    """Set who may read the entry and all its documents. Raises Refused(ClerkRefusal)."""
    name = f"{entry.case.court.code}: {entry.log_name}"
    before_change(entry.rehearsal, RESTRICTED, at=at, who=who, detail=name)
    entry = _locked_entry(entry.pk)
    before = entry.restriction
    if refusal := why_not_restrict(before, restriction, reason):
        raise Refused(refusal)
    entry.restriction = restriction
    entry.save(update_fields=["restriction"])
    _note_last_filing(entry.case_id)
    _keep(
        entry, EntryCorrection.OF_ENTRY, _label(before), _label(restriction), reason, who=who, at=at
    )
    detail = f"{name}: {_label(restriction)}: {reason.strip()}"
    record_activity(entry.rehearsal, RESTRICTED, at=at, who=who, detail=detail)
    return entry


@transaction.atomic
def restrict_document(
    *, document: EntryDocument, restriction: str, reason: str, who: str, at: datetime
) -> EntryDocument:
    """Set who may read one document. Raises Refused(ClerkRefusal)."""
    name = f"{document.entry.case.court.code}: {document.log_name}"
    before_change(document.rehearsal, RESTRICTED, at=at, who=who, detail=name)
    entry = _locked_entry(document.entry_id)
    document = EntryDocument.objects.select_related("rehearsal").get(pk=document.pk)
    document.entry = entry
    before = document.restriction
    if refusal := why_not_restrict(before, restriction, reason):
        raise Refused(refusal)
    document.restriction = restriction
    document.save(update_fields=["restriction"])
    what = f"restriction, {document.place}"
    _keep(entry, what, _label(before), _label(restriction), reason, who=who, at=at)
    detail = f"{name}: {_label(restriction)}: {reason.strip()}"
    record_activity(entry.rehearsal, RESTRICTED, at=at, who=who, detail=detail)
    return document


@transaction.atomic
def correct_text(
    *, entry: DocketEntry, text: str, reason: str, who: str, at: datetime
) -> DocketEntry:
    """Replace the docket text. The notice of the filing stays as it was. Raises Refused(ClerkRefusal)."""
    name = f"{entry.case.court.code}: {entry.log_name}"
    before_change(entry.rehearsal, CORRECTED, at=at, who=who, detail=name)
    entry = _locked_entry(entry.pk)
    before = entry.text
    if refusal := why_not_correct(before, text, reason):
        raise Refused(refusal)
    entry.text = text.strip()
    entry.save(update_fields=["text"])
    _keep(entry, "docket text", before, entry.text, reason, who=who, at=at)
    detail = f"{name}: {reason.strip()}"
    record_activity(entry.rehearsal, CORRECTED, at=at, who=who, detail=detail)
    return entry


def open_file(*, document: EntryDocument, who: str, at: datetime) -> BinaryIO:
    """The original of a document, byte for byte, for court staff, who may read what is sealed too.

    `document`: with its entry, case and court. Raises Refused(NO_FILE).
    """
    try:
        file = store.open_file(document.path)
    except OSError as error:
        raise Refused(ClerkRefusal.NO_FILE) from error
    detail = f"{document.entry.case.court.code}: {document.log_name}"
    record_activity(document.rehearsal, OPENED, at=at, who=who, detail=detail)
    return cast(BinaryIO, file)


def _locked_entry(key: int) -> DocketEntry:
    rows = DocketEntry.objects.select_related("case__court", "rehearsal")
    return rows.select_for_update(of=("self",)).get(pk=key)


def _note_last_filing(case_id: int) -> None:
    """The case's last filing date, which pages show, is that of its newest entry that isn't sealed."""
    case = Case.objects.locked().get(pk=case_id)
    shown = case.entries.exclude(restriction=Restriction.SEALED)
    newest = shown.order_by("-sequence").first()
    case.last_filed_on = newest.filed_on if newest else case.filed_on
    case.save(update_fields=["last_filed_on"])


def _label(restriction: str) -> str:
    return str(Restriction(restriction).label)


def _keep(
    entry: DocketEntry, what: str, before: str, after: str, reason: str, *, who: str, at: datetime
) -> None:
    EntryCorrection.objects.create(
        rehearsal=entry.rehearsal,
        entry=entry,
        at=at,
        by=who[:120],
        what=what,
        before=before,
        after=after,
        reason=reason.strip(),
    )
