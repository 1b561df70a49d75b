from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.crypto import get_random_string

from cmecf.models import Court, EmailFrequency
from dockets.models import (
    Delivery,
    DocketEntry,
    EntryDocument,
    FreeLook,
    NoticeOfElectronicFiling,
    NoticeRecipient,
)
from dockets.notices.content import notice_content
from dockets.notices.emails import notice_emails, sender_of, summary_email
from dockets.notices.free_looks import FreeLookResult, LookState
from dockets.notices.recipients import Addressee, addressees
from dockets.notices.rules import free_look_ends, is_in_time, needs_login
from rehearsals.clock.court_time import court_day
from rehearsals.clock.due_events import schedule
from rehearsals.mail.services import OutgoingEmail, send_emails
from rehearsals.models import Rehearsal

DAILY_SUMMARY = "dockets.daily_summary"
_DIGITS = "0123456789"


@transaction.atomic
def give_notice(*, entry: DocketEntry, at: datetime) -> NoticeOfElectronicFiling:
    """Notify everyone in the case of a new entry, and its filer, at the court time `at`.

    Call it in the filing's transaction, when the entry's documents are stored. `entry`: with its case and
    the case's court. E-mail leaves at once, or waits for the daily summary, as each filer chose.
    """
    notice = NoticeOfElectronicFiling.objects.create(
        rehearsal_id=entry.rehearsal_id,
        entry=entry,
        at=at,
        entered_by_name=entry.entered_by_name,
        docket_text=entry.text,
    )
    people = addressees(entry.case, entry.entered_by)
    recipients = NoticeRecipient.objects.bulk_create(_recipients(notice, people, at))
    documents = list(entry.documents.order_by("attachment"))
    _send(notice, recipients, documents, [one for one in recipients if one.sent_at], at)
    if any(one.sent_at is None and one.delivery == Delivery.EMAIL for one in recipients):
        _plan_summary(entry.rehearsal, entry.case.court, at)
    return notice


def _recipients(
    notice: NoticeOfElectronicFiling, people: list[Addressee], at: datetime
) -> Iterator[NoticeRecipient]:
    """A row for each address, and one for a person without any."""
    for position, person in enumerate(people, start=1):
        for index, email in enumerate(person.emails or [""]):
            waits = person.frequency == EmailFrequency.DAILY or not email
            yield NoticeRecipient(
                rehearsal_id=notice.rehearsal_id,
                notice=notice,
                cmecf_account=person.account,
                position=position,
                name=person.name,
                email=email,
                is_secondary=index > 0,
                delivery=person.delivery,
                frequency=person.frequency,
                email_format=person.email_format,
                magic_number=get_random_string(16, _DIGITS) if email else "",
                sent_at=None if waits else at,
            )


def _send(
    notice: NoticeOfElectronicFiling,
    recipients: list[NoticeRecipient],
    documents: list[EntryDocument],
    to: list[NoticeRecipient],
    at: datetime,
) -> None:
    emails = notice_emails(notice, recipients, documents, to) if to else ()
    sender = sender_of(notice.entry.case.court)
    send_emails(notice.entry.rehearsal, emails, at=at, sender=sender)


def _plan_summary(rehearsal: Rehearsal, court: Court, at: datetime) -> None:
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
    rows = waiting.select_related("notice__entry__case__court").order_by("email", "pk")
    recipients = list(rows)
    send_emails(rehearsal, _summaries(home, recipients, at), at=at, sender=sender_of(home))
    NoticeRecipient.objects.filter(pk__in=[one.pk for one in recipients]).update(sent_at=at)


def _summaries(
    court: Court, recipients: list[NoticeRecipient], at: datetime
) -> Iterator[OutgoingEmail]:
    documents = _documents_of(recipients)
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


def _documents_of(recipients: list[NoticeRecipient]) -> dict[int, list[EntryDocument]]:
    """The documents of the notices' entries by the entry's key, in one query."""
    entries = {one.notice.entry_id for one in recipients}
    documents: dict[int, list[EntryDocument]] = {}
    for document in EntryDocument.objects.filter(entry__in=entries).order_by("attachment"):
        documents.setdefault(document.entry_id, []).append(document)
    return documents


@transaction.atomic
def use_free_look(
    *, document: EntryDocument, magic_number: str, at: datetime, is_participant: bool = False
) -> FreeLookResult:
    """Use the free look that `magic_number` gives at `document`, at the court time `at`.

    `document`: with its entry and the entry's case. `is_participant`: a case participant is logged in,
    so a restricted document can be shown. Of two requests at once, one gets the look.
    """
    recipient = _find_recipient(document, magic_number)
    if recipient is None:
        return FreeLookResult(LookState.UNKNOWN)
    ends_at = free_look_ends(recipient.notice.at)
    if document.entry.is_transcript:
        return FreeLookResult(LookState.TRANSCRIPT, None, recipient, ends_at)
    if needs_login(document) and not is_participant:
        return FreeLookResult(LookState.NEEDS_LOGIN, None, recipient, ends_at)
    look = FreeLook.objects.filter(recipient=recipient, document=document).first()
    if look is None and not is_in_time(recipient.notice.at, at):
        return FreeLookResult(LookState.EXPIRED, None, recipient, ends_at)
    return _use(recipient, document, at, ends_at)


def _find_recipient(document: EntryDocument, magic_number: str) -> NoticeRecipient | None:
    if not magic_number or len(magic_number) > 24:
        return None
    rows = NoticeRecipient.objects.select_related("notice").filter(
        rehearsal_id=document.rehearsal_id,
        magic_number=magic_number,
        notice__entry_id=document.entry_id,
    )
    return rows.first()


def _use(
    recipient: NoticeRecipient, document: EntryDocument, at: datetime, ends_at: datetime
) -> FreeLookResult:
    """The unique constraint settles a race: `get_or_create` reads the row of the other request."""
    look, is_new = FreeLook.objects.get_or_create(
        recipient=recipient,
        document=document,
        defaults={"rehearsal_id": document.rehearsal_id, "used_at": at},
    )
    state = LookState.USED_NOW if is_new else LookState.SPENT
    return FreeLookResult(state, look, recipient, ends_at)
