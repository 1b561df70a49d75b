from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.mail import EmailMessage, get_connection

from rehearsals.models import Mail, Medium, Rehearsal
from rehearsals.packs.pack import get_pack

FOOTER = "This is a practice e-mail from a training simulation."


class PracticeEmail(EmailMessage):
    """An e-mail to the mailbox of `rehearsal`, sent at the court time `at` (UTC)."""

    rehearsal: Rehearsal
    at: datetime


@dataclass(frozen=True)
class OutgoingEmail:
    """An e-mail to one address. `is_html`: the body is HTML in which every value is escaped."""

    to: str
    subject: str
    body: str
    is_html: bool = False


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
    emails = [OutgoingEmail(address, subject, body, is_html) for address in to]
    send_emails(rehearsal, emails, at=at, sender=sender)


def send_emails(
    rehearsal: Rehearsal, emails: Iterable[OutgoingEmail], *, at: datetime, sender: str
) -> None:
    """As `send_email`, for any number of different e-mails, in one statement."""
    messages = [_message(rehearsal, email, at, sender) for email in emails]
    if messages:
        get_connection().send_messages(messages)


def _message(
    rehearsal: Rehearsal, email: OutgoingEmail, at: datetime, sender: str
) -> PracticeEmail:
    footer = f"<p>{FOOTER}</p>" if email.is_html else FOOTER
    body = f"{email.body.rstrip()}\n\n{footer}\n"
    message = PracticeEmail(email.subject, body, sender, [email.to])
    message.content_subtype = "html" if email.is_html else "plain"
    message.rehearsal, message.at = rehearsal, at
    return message


def reaches(rehearsal: Rehearsal, address: str) -> bool:
    """Whether e-mail to `address` arrives. Some domains of the pack are dead."""
    domain = address.rpartition("@")[2].lower()
    return domain not in get_pack(rehearsal.pack).dead_mail_domains


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
