from collections.abc import Sequence
from datetime import datetime

from django.core.mail import EmailMessage

from rehearsals.models import Mail, Medium, Rehearsal

FOOTER = "This is a practice e-mail from a training simulation."


class PracticeEmail(EmailMessage):
    """An e-mail to the mailbox of `rehearsal`, sent at the court time `at` (UTC)."""

    rehearsal: Rehearsal
    at: datetime


def send_email(
    rehearsal: Rehearsal,
    *,
    at: datetime,
    to: Sequence[str],
    subject: str,
    body: str,
    sender: str,
    is_html: bool = False,
) -> None:
    """Deliver an e-mail to the practice mailbox at the court time `at` (UTC), one for each address in `to`.

    Adds the practice footer to `body`. `is_html`: the body is HTML in which every value is escaped; pages
    show it as it is. Sends nothing if `to` is empty.
    """
    if not to:
        return
    footer = f"<p>{FOOTER}</p>" if is_html else FOOTER
    email = PracticeEmail(subject, f"{body.rstrip()}\n\n{footer}\n", sender, list(to))
    email.content_subtype = "html" if is_html else "plain"
    email.rehearsal, email.at = rehearsal, at
    email.send()


def post_letter(
    rehearsal: Rehearsal, *, at: datetime, to: Sequence[str], sender: str, subject: str, body: str
) -> Mail:
    """Deliver a letter to the practice letter box at the court time `at` (UTC).

    `to`: the lines of the envelope.
    """
    lines = [line[:60] for line in to if line]
    return rehearsal.mails.create(
        medium=Medium.POST,
        to="\n".join(lines)[:254],
        sender=sender,
        subject=subject,
        body=body,
        court_at=at,
    )


def open_mail(mail: Mail, *, at: datetime) -> None:
    """Record the court time `at` (UTC) at which a delivered mail was first opened."""
    if mail.is_delivered and mail.opened_at is None:
        mail.opened_at = at
        mail.save(update_fields=["opened_at"])
