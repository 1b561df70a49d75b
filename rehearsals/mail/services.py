from datetime import datetime

from rehearsals.models import (
    Mail,
)


def open_letter(mail: Mail, *, at: datetime) -> None:
    """Note the first opening, at the court time `at`. Nobody opens a letter that was not delivered."""
    if mail.is_delivered and mail.opened_at is None:
        mail.opened_at = at
        mail.save(update_fields=["opened_at"])
