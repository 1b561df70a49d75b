from cmecf.models import CmecfAccount, Court
from dockets.cases.queries import is_participant
from dockets.models import EntryDocument, NoticeOfElectronicFiling, NoticeRecipient
from dockets.notices.content import NoticeContent, notice_content


def find_notice(court: Court, entry: int, reader: CmecfAccount) -> NoticeOfElectronicFiling | None:
    """The notice of the entry with this key in `court`, if `reader` filed it or gets notices in the case.

    In a sealed case, only for the filer.
    """
    notices = NoticeOfElectronicFiling.objects.select_related("entry__case__court")
    notice = notices.filter(entry=entry, entry__case__court=court).first()
    if notice is None or notice.entry.entered_by_id == reader.pk:
        return notice
    case = notice.entry.case
    return notice if not case.is_sealed and is_participant(case, reader) else None


def content_on_screen(notice: NoticeOfElectronicFiling) -> NoticeContent:
    """What the page of `notice` shows. Its links have no free look."""
    return notice_content(notice, recipients_of(notice), documents_of(notice))


def recipients_of(notice: NoticeOfElectronicFiling) -> list[NoticeRecipient]:
    return list(notice.recipients.order_by("position", "pk"))


def documents_of(notice: NoticeOfElectronicFiling) -> list[EntryDocument]:
    """The main document first."""
    return list(notice.entry.documents.order_by("attachment"))
