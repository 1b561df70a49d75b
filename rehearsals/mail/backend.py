from collections.abc import Sequence
from contextvars import ContextVar

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from rehearsals.clock import clock
from rehearsals.models import Mail, Rehearsal
from rehearsals.packs.pack import get_pack

current_rehearsal: ContextVar[Rehearsal | None] = ContextVar("rehearsal", default=None)


def _row(message: EmailMessage, to: str) -> Mail:
    rehearsal = getattr(message, "rehearsal", None) or current_rehearsal.get()
    if rehearsal is None:
        raise RuntimeError("An e-mail must belong to a rehearsal.")
    domain = to.rpartition("@")[2].lower()
    return Mail(
        rehearsal=rehearsal,
        to=to,
        sender=message.from_email,
        subject=str(message.subject)[:200],
        body=str(message.body),
        court_at=getattr(message, "at", None) or clock.now(),
        is_delivered=domain not in get_pack(rehearsal.pack).dead_mail_domains,
    )


class MailboxBackend(BaseEmailBackend):
    """Delivers to the mailbox of the message's rehearsal, else of the current one.

    Raises RuntimeError outside of a rehearsal.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        rows = [_row(message, to) for message in email_messages for to in message.to]
        Mail.objects.bulk_create(rows)
        return len(email_messages)
