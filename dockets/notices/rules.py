"""Rules of notices and free looks. Times are court time (UTC).

Public source: the Judicial Conference's policy of one free copy, and the courts' notices about it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from dockets.models import Case, EntryDocument, Restriction
from dockets.notices.refusals import NoticeRefusal

FREE_LOOK_LASTS = timedelta(days=15)
# Privacy rules close these cases to remote readers: 861-865 Social Security, 462-465 immigration.
_CLOSED_SUITS = ("861", "862", "863", "864", "865", "462", "463", "465")


def free_look_ends(notice_at: datetime) -> datetime:
    """When the free looks of a notice sent at `notice_at` end."""
    return notice_at + FREE_LOOK_LASTS


def is_in_time(notice_at: datetime, at: datetime) -> bool:
    """Whether a free look can be used at `at`: for 15 days, to the second."""
    return notice_at <= at < free_look_ends(notice_at)


def has_closed_suit(case: Case) -> bool:
    """Whether the nature of suit closes the case's documents to others than its participants."""
    return case.nature_of_suit.startswith(_CLOSED_SUITS)


def needs_login(document: EntryDocument) -> bool:
    """Whether a link in a notice asks for a login before it shows the document.

    `document`: with its entry and the entry's case. That is so for restricted and sealed documents, and in
    Social Security and immigration cases.
    """
    entry, case = document.entry, document.entry.case
    restrictions = {document.restriction, entry.restriction}
    return case.is_sealed or restrictions != {Restriction.PUBLIC} or has_closed_suit(case)


def why_not_resend(reason: str, addresses: Iterable[str]) -> NoticeRefusal | None:
    """A clerk resends a notice with a reason, to at least one address."""
    if not reason.strip():
        return NoticeRefusal.NO_REASON
    return None if any(addresses) else NoticeRefusal.NO_ADDRESS


def with_attachments(text: str, labels: Sequence[str], signature: str) -> str:
    """The docket text of a notice: "MOTION to Compel. (Attachments: # (1) Exhibit A) (Counsel, Adele)".

    `text`: of the entry, which doesn't name its attachments. `labels`: "Exhibit A", in their order.
    `signature`: the filer at the end of `text`, without parentheses; the attachments come before it.
    """
    if not labels:
        return text
    ending = f"({signature})" if signature and text.endswith(f"({signature})") else ""
    listed = ", ".join(f"# ({number}) {label}" for number, label in enumerate(labels, start=1))
    return f"{text.removesuffix(ending).rstrip()} (Attachments: {listed}) {ending}".rstrip()
