"""What a Notice of Electronic Filing says, for its page and its e-mails."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from cmecf.models import Court, CourtKind
from dockets.models import Delivery, EntryDocument, NoticeOfElectronicFiling, NoticeRecipient
from dockets.notices.links import docket_link, document_link
from dockets.notices.stamp import make_stamp


@dataclass(frozen=True)
class PersonNotified:
    name: str
    emails: tuple[str, ...]  # empty: by other means


@dataclass(frozen=True)
class DocumentInNotice:
    description: str
    stamp: str


@dataclass(frozen=True)
class NoticeContent:
    """The values of a notice. Dates and times are in words, of the court's zone."""

    court_title: str
    court_name: str
    heading: str
    entered: str
    case_name: str
    case_number: str
    case_link: str
    case_closed: str
    filer: str
    number: str
    document_link: str
    docket_text: str
    short_text: str
    mailed: tuple[PersonNotified, ...]
    not_mailed: tuple[PersonNotified, ...]
    documents: tuple[DocumentInNotice, ...]

    @property
    def subject(self) -> str:
        return f"Activity in Case {self.case_number} {self.case_name} {self.short_text}"


def notice_content(
    notice: NoticeOfElectronicFiling,
    recipients: Sequence[NoticeRecipient],
    documents: list[EntryDocument],
    *,
    magic_number: str = "",
) -> NoticeContent:
    """What `notice` says. Without `magic_number`, its link has no free look.

    `notice`: with its entry, case and court. `recipients` and `documents`: all of the notice, in order.
    """
    entry, case = notice.entry, notice.entry.case
    court = case.court
    people = _people(recipients)
    return NoticeContent(
        court_title=court.title.replace("United States", "U.S."),
        court_name=court.place,
        heading=heading_of(court),
        entered=_entered(notice, court),
        case_name=case.title,
        case_number=case.full_number,
        case_link=docket_link(case),
        case_closed=short_date(case.closed_on) if case.closed_on else "",
        filer=entry.filed_by,
        number=str(entry.number or ""),
        document_link=document_link(entry, documents, magic_number) if documents else "",
        docket_text=notice.docket_text,
        short_text=entry.short_text,
        mailed=tuple(person for person in people if person.emails),
        not_mailed=tuple(person for person in people if not person.emails),
        documents=_documents(notice, court, documents),
    )


def heading_of(court: Court) -> str:
    """Courts of appeals have another name for the notice."""
    if court.kind == CourtKind.APPELLATE:
        return "Notice of Docket Activity"
    return "Notice of Electronic Filing"


def short_date(day: date) -> str:
    """ "4/20/2020" """
    return f"{day.month}/{day.day}/{day.year}"


def _entered(notice: NoticeOfElectronicFiling, court: Court) -> str:
    """ "entered by Attorney, John on 4/20/2020 at 8:05 AM MDT and filed on 4/20/2020" """
    by = f" by {notice.entered_by_name}" if notice.entered_by_name else ""
    when = _time_text(notice.at, court.time_zone)
    return f"entered{by} on {when} and filed on {short_date(notice.entry.filed_on)}"


def _time_text(at: datetime, time_zone: str) -> str:
    local = at.astimezone(ZoneInfo(time_zone))
    hour, half = local.hour % 12 or 12, "AM" if local.hour < 12 else "PM"
    return f"{short_date(local.date())} at {hour}:{local:%M} {half} {local:%Z}"


def _people(recipients: Sequence[NoticeRecipient]) -> list[PersonNotified]:
    """Recipients of one position are the addresses of one person."""
    rows = groupby(recipients, key=lambda recipient: recipient.position)
    return [_person(list(group)) for _, group in rows]


def _person(addresses: list[NoticeRecipient]) -> PersonNotified:
    mailed = (one.email for one in addresses if one.delivery == Delivery.EMAIL)
    return PersonNotified(addresses[0].name, tuple(mailed))


def _documents(
    notice: NoticeOfElectronicFiling, court: Court, documents: list[EntryDocument]
) -> tuple[DocumentInNotice, ...]:
    return tuple(
        DocumentInNotice(
            description=document.label or "Main Document",
            stamp=str(
                make_stamp(
                    court,
                    main_document=documents[0].pk,
                    attachment=document.attachment,
                    sha256=document.sha256,
                    filed_on=notice.entry.filed_on,
                )
            ),
        )
        for document in documents
    )
