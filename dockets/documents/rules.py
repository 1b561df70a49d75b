from dockets.cases.rules import may_read
from dockets.documents.refusals import DocumentRefusal
from dockets.models import EntryDocument, Restriction
from dockets.notices.rules import has_closed_suit


def why_not_read(document: EntryDocument, *, is_participant: bool) -> DocumentRefusal | None:
    """Why a document can't be shown; None if it can. Restrictions of its entry and its case count too.

    In Social Security and immigration cases the public reads only the opinions (Fed. R. Civ. P. 5.2(c)).
    `document`: with its entry and the entry's case. `is_participant`: see dockets.cases.rules.may_read.
    """
    entry = document.entry
    restrictions = {document.restriction, entry.restriction}
    if entry.case.is_sealed or Restriction.SEALED in restrictions:
        return DocumentRefusal.SEALED
    if not all(may_read(one, is_participant=is_participant) for one in restrictions):
        return DocumentRefusal.NO_PERMISSION
    if has_closed_suit(entry.case) and not is_participant and not entry.is_opinion:
        return DocumentRefusal.NATURE_OF_SUIT
    return None
