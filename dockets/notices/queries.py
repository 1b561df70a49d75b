from dataclasses import dataclass, replace

from django.db.models import QuerySet

from cmecf.models import CmecfAccount, Court
from dockets.cases.queries import cases_of_number, is_participant
from dockets.models import (
    Case,
    DocketEntry,
    EntryCorrection,
    EntryDocument,
    NoticeOfElectronicFiling,
    NoticeRecipient,
    Restriction,
)
from dockets.notices.content import NoticeContent, notice_content
from dockets.notices.recipients import Addressee, addressees
from pacer_accounts.models import PacerAccount
from rehearsals.models import Rehearsal


@dataclass(frozen=True)
class MailingInfo:
    """Who gets notices in a case by e-mail, and who by other means."""

    case: Case
    mailed: tuple[Addressee, ...]
    not_mailed: tuple[Addressee, ...]


def mailing_lists(court: Court, number: str) -> list[MailingInfo]:
    """The lists of the cases that `number`, as people type it, can mean. None of a sealed case."""
    return [_mailing_info(case) for case in cases_of_number(court, number) if not case.is_sealed]


def _mailing_info(case: Case) -> MailingInfo:
    people = addressees(case)
    return MailingInfo(
        case,
        tuple(person for person in people if person.emails),
        tuple(person for person in people if not person.emails),
    )


def find_notice(court: Court, entry: int, reader: CmecfAccount) -> NoticeOfElectronicFiling | None:
    """The notice of the entry with this key in `court`, if `reader` filed it or gets notices in the case.

    In a sealed case and of a sealed entry, only for the filer.
    """
    notices = NoticeOfElectronicFiling.objects.select_related("entry__case__court")
    notice = notices.filter(entry=entry, entry__case__court=court).first()
    if notice is None or notice.entry.entered_by_id == reader.pk:
        return notice
    case = notice.entry.case
    is_sealed = case.is_sealed or notice.entry.restriction == Restriction.SEALED
    return notice if not is_sealed and is_participant(case, reader) else None


def sealed_since(rehearsal: Rehearsal) -> QuerySet[DocketEntry]:
    """The entries that a clerk sealed after the filing. Their notices aren't sent any more.

    The notice of a filing that is under seal by its event goes to the people in the case.
    """
    return DocketEntry.objects.filter(
        rehearsal=rehearsal,
        restriction=Restriction.SEALED,
        corrections__what=EntryCorrection.OF_ENTRY,
    )


def is_sealed_since(entry: DocketEntry) -> bool:
    return sealed_since(entry.rehearsal).filter(pk=entry.pk).exists()


def filed_it(entry: DocketEntry, filer: CmecfAccount, pacer_account: PacerAccount | None) -> bool:
    """Whether the user of this browser filed the entry. After a wrong link, the filer's name isn't enough."""
    with_own = entry.entered_with_id is None or entry.entered_with_id == getattr(
        pacer_account, "pk", None
    )
    return entry.entered_by_id == filer.pk and with_own


def content_on_screen(notice: NoticeOfElectronicFiling, reader: CmecfAccount) -> NoticeContent:
    """What the page of `notice` shows `reader`. Its links have no free look.

    Only the filer sees a document that was sealed since.
    """
    documents = documents_of(notice)
    content = notice_content(notice, recipients_of(notice), documents)
    if notice.entry.entered_by_id == reader.pk:
        return content
    shown = (
        one
        for one, document in zip(content.documents, documents, strict=True)
        if document.restriction != Restriction.SEALED
    )
    return replace(content, documents=tuple(shown))


def recipients_of(notice: NoticeOfElectronicFiling) -> list[NoticeRecipient]:
    """By position, each with its CM/ECF account."""
    return list(notice.recipients.select_related("cmecf_account").order_by("position", "pk"))


def documents_of(notice: NoticeOfElectronicFiling) -> list[EntryDocument]:
    """The main document first."""
    return list(notice.entry.documents.order_by("attachment"))
