"""The daily summary: one e-mail at the end of the court's day, for filers who chose it."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db import transaction

from cmecf.models import Court
from dockets.models import Delivery, EntryDocument, NoticeRecipient
from dockets.notices.content import notice_content
from dockets.notices.emails import sender_of, summary_email
from dockets.notices.queries import sealed_since
from dockets.notices.scanner import Arrival, scan
from rehearsals.clock.court_time import court_day
from rehearsals.clock.due_events import schedule
from rehearsals.mail.services import OutgoingEmail, send_emails
from rehearsals.models import Rehearsal

DAILY_SUMMARY = "dockets.daily_summary"
Documents = dict[int, list[EntryDocument]]  # by the key of their entry


def plan_summary(rehearsal: Rehearsal, court: Court, at: datetime) -> None:
    """Schedule the daily summary for the end of the court's day, once."""
    due_at = end_of_day(at, court.time_zone)
    waiting = rehearsal.due_events.filter(what=DAILY_SUMMARY, due_at=due_at, fired_at=None)
    if not waiting.filter(payload__court=court.code).exists():
        schedule(rehearsal, DAILY_SUMMARY, due_at=due_at, court=court.code)


def end_of_day(at: datetime, time_zone: str) -> datetime:
    """Midnight after the court time `at` in `time_zone`."""
    next_day = court_day(at, time_zone) + timedelta(days=1)
    return datetime.combine(next_day, time(), tzinfo=ZoneInfo(time_zone))


@transaction.atomic
def send_daily_summaries(rehearsal: Rehearsal, *, at: datetime, court: str) -> None:
    """E-mail one summary to each address whose notices of the day wait. `at`: the end of the day."""
    home = Court.objects.get(rehearsal=rehearsal, code=court)
    waiting = NoticeRecipient.objects.filter(
        rehearsal=rehearsal,
        sent_at=None,
        delivery=Delivery.EMAIL,
        notice__at__lt=at,
        notice__entry__case__court=home,
    )
    waiting = waiting.exclude(notice__entry__in=sealed_since(rehearsal))
    rows = waiting.select_related("notice__entry__case__court").order_by("email", "pk")
    recipients = list(rows)
    documents = _documents_of(recipients)
    emails = _summaries(home, recipients, documents, at)
    send_emails(rehearsal, emails, at=at, sender=sender_of(home))
    scan(rehearsal, _arrivals(recipients, documents), at=at)
    NoticeRecipient.objects.filter(pk__in=[one.pk for one in recipients]).update(sent_at=at)


def _arrivals(recipients: list[NoticeRecipient], documents: Documents) -> Iterator[Arrival]:
    for one in recipients:
        yield one, one.notice.entry, documents.get(one.notice.entry_id, [])


def _summaries(
    court: Court, recipients: list[NoticeRecipient], documents: Documents, at: datetime
) -> Iterator[OutgoingEmail]:
    day = court_day(at - timedelta(seconds=1), court.time_zone)
    for _, group in groupby(recipients, key=lambda one: one.email):
        mine = list(group)
        contents = [
            notice_content(
                one.notice,
                [],
                documents.get(one.notice.entry_id, []),
                magic_number=one.magic_number,
            )
            for one in mine
        ]
        yield summary_email(court, mine[0], day, contents)


def _documents_of(recipients: list[NoticeRecipient]) -> Documents:
    """The documents of the notices' entries by the entry's key, in one query."""
    entries = {one.notice.entry_id for one in recipients}
    documents: Documents = {}
    for document in EntryDocument.objects.filter(entry__in=entries).order_by("attachment"):
        documents.setdefault(document.entry_id, []).append(document)
    return documents
