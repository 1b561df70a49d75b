from dockets.cases.rules import may_read
from dockets.documents.refusals import DocumentRefusal
from dockets.models import EntryDocument, Restriction


def why_not_read(document: EntryDocument, *, is_participant: bool) -> DocumentRefusal | None:
    """Why a document can't be shown; None if it can. Restrictions of its entry and its case count too.

    `document`: with its entry and the entry's case. `is_participant`: see dockets.cases.rules.may_read.
    """
    entry = document.entry
    restrictions = {document.restriction, entry.restriction}
    if entry.case.is_sealed or Restriction.SEALED in restrictions:
        return DocumentRefusal.SEALED
    if all(may_read(one, is_participant=is_participant) for one in restrictions):
        return None
    return DocumentRefusal.NO_PERMISSION
