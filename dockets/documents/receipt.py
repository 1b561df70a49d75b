"""What the receipt of a document says. Its fee: dockets.fees."""

from typing import TypedDict

from dockets.models import EntryDocument
from pacer_accounts.choices import FeeKind


class ReceiptValues(TypedDict):
    """Arguments of dockets.fees.services.bill and quote."""

    description: str
    criteria: str
    pages: int
    kind: FeeKind


def receipt_values(document: EntryDocument) -> ReceiptValues:
    """A document costs its pages, at most $3.00; a transcript has no cap; an opinion is free."""
    entry = document.entry
    kind = FeeKind.TRANSCRIPT if entry.is_transcript else FeeKind.CASE
    return ReceiptValues(
        description=f"Image{entry.number or entry.sequence}-{document.attachment}",
        criteria=entry.case.full_number,
        pages=document.pages,
        kind=FeeKind.OPINION if entry.is_opinion and not document.attachment else kind,
    )
