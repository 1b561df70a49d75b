"""Writing the activity log. No secrets, no unknown names: callers pass only what the court knows."""

from rehearsals.clock import clock
from rehearsals.models import Activity, Outcome, Rehearsal


def record_activity(
    rehearsal: Rehearsal,
    what: str,
    *,
    who: str = "",
    outcome: str = Outcome.DONE,
    detail: str = "",
) -> Activity:
    """Append one line, stamped with court time and wall time (both UTC).

    `what` is a dotted verb ("cso.sign_on"); `who` names a known account ("PACER 7030833"), and is
    empty when the name typed belongs to nobody.
    """
    return Activity.objects.create(
        rehearsal=rehearsal,
        court_at=clock.now(),
        what=what,
        who=who[:120],
        outcome=outcome,
        detail=detail[:300],
    )
