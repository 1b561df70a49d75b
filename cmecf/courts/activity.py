"""Lines of the activity log about a court's CM/ECF: the court stands first in the detail."""

from cmecf.models import CmecfAccount, Court
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import record_activity
from rehearsals.models import Outcome


def note(
    court: Court,
    what: str,
    *,
    who: CmecfAccount | PacerAccount | None,
    outcome: str = Outcome.DONE,
    detail: str = "",
) -> None:
    """Record `what` at `court`. `who` is None for a name that nobody has: it is never written down."""
    record_activity(
        court.rehearsal,
        what,
        who=who.log_name if who else "",
        outcome=outcome,
        detail=f"{court.code}: {detail}" if detail else court.code,
    )
