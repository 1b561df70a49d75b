from django.db.models import Q, Sum

from cmecf.models import CmecfAccount, Court
from dockets.cases.queries import is_participant, shown_documents
from dockets.documents.limits import MOST_STORED
from dockets.documents.numbers import parse_document_number
from dockets.documents.refusals import DocumentRefusal
from dockets.documents.rules import why_not_read
from dockets.models import Case, EntryDocument, NoticeRecipient, Restriction, StoredFile
from rehearsals.models import Rehearsal


def find_document(court: Court, number: str) -> tuple[EntryDocument, str] | None:
    """The document of `court` with this number, with its entry and case, and the number's flag."""
    parsed = parse_document_number(number, court.document_prefix)
    if parsed is None:
        return None
    rows = EntryDocument.objects.select_related("entry__case", "rehearsal")
    document = rows.filter(pk=parsed[0], entry__case__court=court).first()
    if document is None:
        return None
    document.entry.case.court = court
    return document, parsed[1]


def find_in_case(case: Case, number: int, attachment: int = 0) -> EntryDocument | None:
    """A document of a case by the number on the docket. An entry without a number has a sequence.

    Not what is sealed: the docket doesn't show it.
    """
    entry = Q(entry__number=number) | Q(entry__number=None, entry__sequence=number)
    rows = shown_documents().filter(entry, entry__case=case, attachment=attachment)
    rows = rows.exclude(entry__restriction=Restriction.SEALED)
    document = rows.select_related("entry__case", "rehearsal").order_by("-entry__number").first()
    if document:
        document.entry.case = case
    return document


def is_text_only(case: Case, number: int) -> bool:
    """Whether the public docket of `case` has an entry with this number to which no document belongs."""
    entries = case.entries.filter(number=number, restriction=Restriction.PUBLIC)
    return entries.filter(documents=None).exists()


def refusal_for(document: EntryDocument, filer: CmecfAccount | None) -> DocumentRefusal | None:
    """Why `filer`, or a reader who isn't one, can't read the document; None if they can."""
    participates = is_participant(document.entry.case, filer)
    return why_not_read(document, is_participant=participates)


def documents_of_entry(document: EntryDocument) -> list[EntryDocument]:
    """The documents of the entry that aren't sealed, the main document first."""
    documents = list(shown_documents().filter(entry=document.entry).order_by("attachment"))
    for one in documents:
        one.entry = document.entry
    return documents


def has_room(rehearsal: Rehearsal, size: int) -> bool:
    """Whether `size` more bytes of filed uploads can be stored. Those of undone filings count too."""
    stored: int = StoredFile.objects.filter(rehearsal=rehearsal).aggregate(
        bytes=Sum("size", default=0)
    )["bytes"]
    return stored + size <= MOST_STORED


def has_notice(document: EntryDocument, magic_number: str) -> bool:
    """Whether a notice about the document's entry has this magic number."""
    rows = NoticeRecipient.objects.filter(
        rehearsal=document.rehearsal_id,
        magic_number=magic_number,
        notice__entry=document.entry_id,
    )
    return 0 < len(magic_number) <= 24 and rows.exists()


def documents_of_case(case: Case, keys: list[int]) -> list[EntryDocument]:
    """The documents of the case with these primary keys, in the order of the docket."""
    rows = EntryDocument.objects.filter(pk__in=keys, entry__case=case).select_related("entry")
    documents = list(rows.order_by("entry__sequence", "attachment"))
    for document in documents:
        document.entry.case = case
    return documents
