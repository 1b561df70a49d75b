"""Activity log lines about a court's CM/ECF. Their detail starts with the court's code."""

from datetime import datetime

from cmecf.models import CmecfAccount, Court
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.help.refusals import Refusal
from rehearsals.models import Outcome


def before_change_at_court(account: CmecfAccount, what: str, *, at: datetime) -> None:
    """Say that `what` is about to change `account` at the court time `at`; see `before_change`."""
    before_change(
        account.court.rehearsal, what, at=at, who=account.log_name, detail=account.court.code
    )


def record_at_court(
    court: Court,
    what: str,
    *,
    at: datetime,
    who: CmecfAccount | PacerAccount | None,
    outcome: str = Outcome.DONE,
    detail: str = "",
) -> None:
    """Record `what` at the court time `at`. `who` is None when no account has the typed name."""
    record_activity(
        court.rehearsal,
        what,
        at=at,
        who=who.log_name if who else "",
        outcome=outcome,
        detail=f"{court.code}: {detail}" if detail else court.code,
    )


def record_refusal_at_court(
    court: Court,
    what: str,
    reason: Refusal,
    *,
    at: datetime,
    who: CmecfAccount | PacerAccount | None,
    outcome: str = Outcome.REFUSED,
) -> None:
    """Record that `what` was refused at the court time `at`."""
    record_refusal(
        court.rehearsal,
        what,
        reason,
        at=at,
        who=who.log_name if who else "",
        outcome=outcome,
        detail=court.code,
    )
