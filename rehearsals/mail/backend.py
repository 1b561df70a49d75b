from collections.abc import Sequence

from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage

from rehearsals.mail.services import PracticeEmail, reaches
from rehearsals.models import Mail


def _row(email: EmailMessage, to: str) -> Mail:
    if not isinstance(email, PracticeEmail):
        raise RuntimeError("An e-mail must belong to a rehearsal: use send_email().")
    return Mail(
        rehearsal=email.rehearsal,
        to=to,
        sender=email.from_email,
        subject=str(email.subject)[:200],
        body=str(email.body),
        is_html=email.content_subtype == "html",
        court_at=email.at,
        is_delivered=reaches(email.rehearsal, to),
    )


class MailboxBackend(BaseEmailBackend):
    """Delivers each PracticeEmail to the mailbox of its rehearsal. Nothing leaves the server.

    Raises RuntimeError for any other e-mail.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        rows = [_row(email, to) for email in email_messages for to in email.to]
        Mail.objects.bulk_create(rows)
        return len(email_messages)
