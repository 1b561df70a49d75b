"""The e-mail of a Notice of Electronic Filing, and the daily summary, as HTML or text.

Programs of law firms read these e-mails, so the labels and the elements are those of real CM/ECF.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.template.loader import render_to_string
from django.utils.crypto import get_random_string

from cmecf.models import Court, EmailFormat
from dockets.models import EntryDocument, NoticeOfElectronicFiling, NoticeRecipient
from dockets.notices.content import NoticeContent, notice_content, short_date
from dockets.notices.texts import notice_text, summary_text
from rehearsals.mail.services import OutgoingEmail

SUMMARY_SUBJECT = "Summary of ECF Activity"


def sender_of(court: Court) -> str:
    return f"{court.code.upper()}_ECFNotice@{court.code}.uscourts.gov"


def notice_emails(
    notice: NoticeOfElectronicFiling,
    recipients: Sequence[NoticeRecipient],
    documents: list[EntryDocument],
    to: Sequence[NoticeRecipient],
) -> Iterator[OutgoingEmail]:
    """The e-mail to each of `to`. They differ in the magic number only, so each format is rendered once.

    `notice`, `recipients` and `documents`: as for `notice_content`.
    """
    mark = get_random_string(24)
    content = notice_content(notice, recipients, documents, magic_number=mark)
    bodies = {form: _notice_body(content, form) for form in {one.email_format for one in to}}
    for recipient in to:
        yield OutgoingEmail(
            to=recipient.email,
            subject=content.subject,
            body=bodies[recipient.email_format].replace(mark, recipient.magic_number),
            is_html=recipient.email_format == EmailFormat.HTML,
        )


def _notice_body(content: NoticeContent, email_format: str) -> str:
    if email_format == EmailFormat.HTML:
        return render_to_string("dockets/notice_email.html", {"notice": content})
    return notice_text(content)


def summary_email(
    court: Court, recipient: NoticeRecipient, day: date, contents: Sequence[NoticeContent]
) -> OutgoingEmail:
    """The daily summary to the address of `recipient`: the notices of `day`, each with its links."""
    is_html = recipient.email_format == EmailFormat.HTML
    context = {"court": court, "day": short_date(day), "notices": contents}
    return OutgoingEmail(
        to=recipient.email,
        subject=SUMMARY_SUBJECT,
        body=render_to_string("dockets/notice_summary_email.html", context)
        if is_html
        else summary_text(court, short_date(day), contents),
        is_html=is_html,
    )
