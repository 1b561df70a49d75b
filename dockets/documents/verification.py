"""Whether a file or a stamp belongs to a document as it was filed."""

from dataclasses import dataclass

from dockets.models import EntryDocument
from dockets.notices.stamp import Stamp, is_stamp_of, make_stamp


@dataclass(frozen=True)
class Verification:
    """`same_file`, `same_stamp`: None if none was given."""

    document: EntryDocument
    stamp: Stamp
    same_file: bool | None
    same_stamp: bool | None


def verify(document: EntryDocument, *, sha256: str, stamp: str) -> Verification:
    """Compare a SHA-256 or a stamp's hash with the document. Empty ones aren't compared."""
    entry = document.entry
    court = entry.case.court
    main = entry.documents.get(attachment=0)
    ours = make_stamp(
        court,
        main_document=main.pk,
        attachment=document.attachment,
        sha256=document.sha256,
        filed_on=entry.filed_on,
    )
    typed = stamp.rpartition("[")[2].strip("] ") if "[" in stamp else stamp
    return Verification(
        document=document,
        stamp=ours,
        same_file=sha256.casefold() == document.sha256 if sha256 else None,
        same_stamp=is_stamp_of(court, ours.file_number, document.sha256, typed) if typed else None,
    )
