"""The mail scanner: where a rehearsal has one, it opens the links in notices before their readers do."""

from collections.abc import Iterable
from datetime import datetime

from dockets.models import DocketEntry, EntryDocument, FreeLook, NoticeRecipient
from dockets.notices.rules import needs_login
from rehearsals.mail.services import reaches
from rehearsals.models import Rehearsal

Arrival = tuple[NoticeRecipient, DocketEntry, list[EntryDocument]]


def scan(rehearsal: Rehearsal, arrivals: Iterable[Arrival], *, at: datetime) -> None:
    """Use the free looks in mail that arrives at the court time `at`, in one statement.

    `arrivals`: each address with the entry, its case and its documents. A scanner can't log in, so what
    needs a login stays unopened. A look that was used before stays as it is.
    """
    if not rehearsal.scans_mail:
        return
    looks = [
        FreeLook(
            rehearsal=rehearsal,
            recipient=recipient,
            document=document,
            used_at=at,
            by_scanner=True,
        )
        for recipient, entry, documents in arrivals
        if reaches(rehearsal, recipient.email)
        for document in _opened(entry, documents)
    ]
    FreeLook.objects.bulk_create(looks, ignore_conflicts=True)


def _opened(entry: DocketEntry, documents: list[EntryDocument]) -> list[EntryDocument]:
    for document in documents:
        document.entry = entry
    closed = entry.is_transcript
    return [document for document in documents if not (closed or needs_login(document))]
