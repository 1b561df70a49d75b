"""The same e-mails as plain text, for filers who chose it."""

from collections.abc import Sequence

from cmecf.models import Court
from dockets.notices.content import NoticeContent, PersonNotified

AUTOMATIC = "CM/ECF sent this e-mail automatically. Nobody reads replies to it."
ONE_FREE_COPY = (
    "NOTE TO PUBLIC ACCESS USERS: Attorneys and parties in the case can view each document of this filing"
    " once without a fee, with the link below. Save it then. After that, PACER fees apply, as they do to"
    " everyone else. Transcripts have no free copy and no limit of 30 pages."
)

_NOTICE = """\
{automatic}
{one_free_copy}

{court_title}
{court_name}

{heading}

The following transaction was {entered}

Case Name: {case_name}
Case Number: {case_number} {case_link}
{closed}Filer: {filer}
Document Number: {number}
{link}
Docket Text:
{docket_text}

{case_number} Notice has been electronically mailed to:

{mailed}

{case_number} Notice has been delivered by other means to:

{not_mailed}

The following document(s) are associated with this transaction:

{documents}
"""
_VIEW = """
Copy the URL address from the line below into the location bar of your Web browser to view the document:
{}
"""
_DOCUMENT = """\
Document description: {}
Original filename: n/a
Electronic document Stamp:
{}
"""
_SUMMARY = """\
{automatic}
{one_free_copy}

{court_title}
{court_name}

{subject}, {day}

{lines}
"""


def notice_text(notice: NoticeContent) -> str:
    return _NOTICE.format(
        automatic=AUTOMATIC,
        one_free_copy=ONE_FREE_COPY,
        court_title=notice.court_title,
        court_name=notice.court_name,
        heading=notice.heading,
        entered=notice.entered,
        case_name=notice.case_name,
        case_number=notice.case_number,
        case_link=notice.case_link,
        closed=f"WARNING: CASE CLOSED on {notice.case_closed}\n" if notice.case_closed else "",
        filer=notice.filer,
        number=_number(notice),
        link=_VIEW.format(notice.document_link) if notice.document_link else "",
        docket_text=notice.docket_text,
        mailed="\n".join(map(_person, notice.mailed)),
        not_mailed="\n".join(map(_person, notice.not_mailed)),
        documents="\n".join(
            _DOCUMENT.format(one.description, one.stamp) for one in notice.documents
        ),
    )


def _number(notice: NoticeContent) -> str:
    return notice.number if notice.document_link else f"{notice.number}(No document attached)"


def _person(person: PersonNotified) -> str:
    return f"{person.name}    {', '.join(person.emails)}".rstrip()


def summary_text(court: Court, day: str, notices: Sequence[NoticeContent]) -> str:
    return _SUMMARY.format(
        automatic=AUTOMATIC,
        one_free_copy=ONE_FREE_COPY,
        court_title=court.title.replace("United States", "U.S."),
        court_name=court.name,
        subject="Summary of ECF Activity",
        day=day,
        lines="\n\n".join(map(_line, notices)),
    )


def _line(notice: NoticeContent) -> str:
    rows = [
        f"{notice.case_number} {notice.case_name}",
        f"The following transaction was {notice.entered}",
        f"Document Number: {_number(notice)}",
        notice.document_link,
        notice.docket_text,
    ]
    return "\n".join(filter(None, rows))
