from pacer_accounts.models import PacerAccount
from rehearsals.models import DueEvent

LETTER = "letter.activation"


def pending_letter(account: PacerAccount) -> DueEvent | None:
    """The scheduled letter with an activation code, if there is one."""
    scheduled = account.rehearsal.due_events.filter(what=LETTER, fired_at=None)
    return scheduled.filter(payload__account=account.pk).first()
