"""Mail stays in the house: a Django e-mail backend that writes rows of the practice mailbox."""

from contextvars import ContextVar

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from rehearsals.clock import clock
from rehearsals.models import Mail, Medium, Rehearsal
from rehearsals.packs.pack import get_pack

current_rehearsal: ContextVar[Rehearsal | None] = ContextVar("rehearsal", default=None)


def _row(rehearsal: Rehearsal, message: EmailMessage, to: str) -> Mail:
    domain = to.rpartition("@")[2].lower()
    return Mail(
        rehearsal=rehearsal,
        to=to,
        sender=message.from_email,
        subject=message.subject[:200],
        body=message.body,
        court_at=clock.now(),
        is_delivered=domain not in get_pack(rehearsal.pack).dead_mail_domains,
    )


class MailboxBackend(BaseEmailBackend):
    """Delivers into the current rehearsal's mailbox; refuses to run outside of one."""

    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        rehearsal = current_rehearsal.get()
        if rehearsal is None:
            raise RuntimeError("Mail outside a rehearsal has nowhere to go.")
        rows = [_row(rehearsal, message, to) for message in email_messages for to in message.to]
        Mail.objects.bulk_create(rows)
        return len(email_messages)


def post_letter(
    rehearsal: Rehearsal, *, to: list[str], sender: str, subject: str, body: str
) -> Mail:
    """A paper letter into the practice letter box, there at once. `to`: the lines of the envelope."""
    lines = [line[:60] for line in to if line]
    return rehearsal.mails.create(
        medium=Medium.POST,
        to="\n".join(lines)[:254],
        sender=sender,
        subject=subject,
        body=body,
        court_at=clock.now(),
    )
