from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.crypto import get_random_string

from cmecf.models import EmailFrequency
from dockets.documents.rules import why_not_read
from dockets.models import (
    Delivery,
    DocketEntry,
    EntryDocument,
    FreeLook,
    NoticeOfElectronicFiling,
    NoticeRecipient,
)
from dockets.notices.emails import notice_emails, sender_of
from dockets.notices.free_looks import FreeLookResult, LookState
from dockets.notices.queries import documents_of, is_sealed_since, recipients_of
from dockets.notices.recipients import Addressee, addressees
from dockets.notices.refusals import NoticeRefusal
from dockets.notices.rules import (
    free_look_ends,
    is_in_time,
    needs_login,
    why_not_resend,
    with_attachments,
)
from dockets.notices.scanner import scan
from dockets.notices.summary_services import plan_summary
from rehearsals.activity.services import before_change, record_activity
from rehearsals.help.refusals import Refused
from rehearsals.mail.services import send_emails

RESENT = "dockets.notice_resent"
_DIGITS = "0123456789"


@transaction.atomic
def give_notice(*, entry: DocketEntry, at: datetime) -> NoticeOfElectronicFiling:
    """Notify everyone in the case of a new entry, and its filer, at the court time `at`.

    Call it in the filing's transaction, when the entry's documents are stored. `entry`: with its case and
    the case's court. E-mail leaves at once, or waits for the daily summary, as each filer chose.
    """
    documents = list(entry.documents.order_by("attachment"))
    labels = [document.label for document in documents if document.attachment]
    notice = NoticeOfElectronicFiling.objects.create(
        rehearsal_id=entry.rehearsal_id,
        entry=entry,
        at=at,
        entered_by_name=entry.entered_by_name,
        docket_text=with_attachments(entry.text, labels, entry.entered_by_name),
    )
    people = addressees(entry.case, entry.entered_by)
    recipients = NoticeRecipient.objects.bulk_create(_recipients(notice, people, at))
    send_notice(notice, recipients, documents, [one for one in recipients if one.sent_at], at=at)
    if any(one.sent_at is None and one.delivery == Delivery.EMAIL for one in recipients):
        plan_summary(entry.rehearsal, entry.case.court, at)
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
                magic_number=new_magic_number() if email else "",
                sent_at=None if waits else at,
            )


def send_notice(
    notice: NoticeOfElectronicFiling,
    recipients: Sequence[NoticeRecipient],
    documents: list[EntryDocument],
    to: Sequence[NoticeRecipient],
    *,
    at: datetime,
) -> None:
    """E-mail `notice` to the addresses `to`. `recipients` and `documents`: all of the notice, in order."""
    if not to:
        return
    entry = notice.entry
    emails = notice_emails(notice, recipients, documents, to)
    send_emails(entry.rehearsal, emails, at=at, sender=sender_of(entry.case.court))
    scan(entry.rehearsal, ((one, entry, documents) for one in to), at=at)


@transaction.atomic
def resend(
    *,
    notice: NoticeOfElectronicFiling,
    recipients: Sequence[NoticeRecipient] | None,
    by: str,
    reason: str,
    at: datetime,
) -> list[NoticeRecipient]:
    """E-mail a notice again, to the addresses that are on file now; return the rows it went to.

    `notice`: with its entry, case and court. `recipients`: of the notice; None: all who get e-mail.
    `by`: the clerk, as in the log. A used free look stays used; a new address has its own, and the 15 days
    count from the filing. Call it inside the rehearsal's mount. Raises Refused(NoticeRefusal).
    """
    everyone = recipients_of(notice)
    chosen = everyone if recipients is None else recipients
    _check(why_not_resend(reason, [_address_now(one) for one in chosen]))
    entry = notice.entry
    if is_sealed_since(entry):
        raise Refused(NoticeRefusal.SEALED)
    detail = f"{entry.case.court.code}: {entry.log_name}: {reason}"
    before_change(entry.rehearsal, RESENT, at=at, who=by, detail=detail)
    to = [_row_of_now(one, everyone, at) for one in chosen if _address_now(one)]
    send_notice(notice, recipients_of(notice), documents_of(notice), to, at=at)
    record_activity(entry.rehearsal, RESENT, at=at, who=by, detail=detail)
    return to


def _check(refusal: NoticeRefusal | None) -> None:
    if refusal:
        raise Refused(refusal)


def _address_now(recipient: NoticeRecipient) -> str:
    """Where a resent notice goes: to the e-mail on file today, or the same secondary address."""
    account = recipient.cmecf_account
    if account is None or not account.is_active:
        return ""
    return recipient.email if recipient.is_secondary else account.email


def _row_of_now(
    recipient: NoticeRecipient, everyone: Sequence[NoticeRecipient], at: datetime
) -> NoticeRecipient:
    """The row of the address of today: a new one, with a free look, if the notice didn't go there."""
    address = _address_now(recipient)
    mine = [one for one in everyone if one.position == recipient.position]
    same = next((one for one in mine if one.email.casefold() == address.casefold()), None)
    if same is None:
        account = recipient.cmecf_account
        return NoticeRecipient.objects.create(
            rehearsal_id=recipient.rehearsal_id,
            notice_id=recipient.notice_id,
            cmecf_account=account,
            position=recipient.position,
            name=recipient.name,
            email=address,
            delivery=Delivery.EMAIL,
            email_format=account.email_format if account else recipient.email_format,
            magic_number=new_magic_number(),
            sent_at=at,
        )
    same.sent_at = at
    same.save(update_fields=["sent_at"])
    return same


def new_magic_number() -> str:
    return get_random_string(16, _DIGITS)


@transaction.atomic
def use_free_look(
    *, document: EntryDocument, magic_number: str, at: datetime, is_participant: bool = False
) -> FreeLookResult:
    """Use the free look that `magic_number` gives at `document`, at the court time `at`.

    `document`: with its entry and the entry's case. `is_participant`: a case participant is logged in,
    so a restricted document can be shown, but no sealed one. Of two requests at once, one gets the look.
    """
    recipient = _find_recipient(document, magic_number)
    if recipient is None:
        return FreeLookResult(LookState.UNKNOWN)
    ends_at = free_look_ends(recipient.notice.at)
    if document.entry.is_transcript:
        return FreeLookResult(LookState.TRANSCRIPT, None, recipient, ends_at)
    if needs_login(document) and (
        not is_participant or why_not_read(document, is_participant=True)
    ):
        return FreeLookResult(LookState.NEEDS_LOGIN, None, recipient, ends_at)
    look = FreeLook.objects.filter(recipient=recipient, document=document).first()
    if look is None and not is_in_time(recipient.notice.at, at):
        state = LookState.EARLY if at < recipient.notice.at else LookState.EXPIRED
        return FreeLookResult(state, None, recipient, ends_at)
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
