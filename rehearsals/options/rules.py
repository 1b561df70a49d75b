from rehearsals.help.refusals import RehearsalRefusal
from rehearsals.models import ClockControl, Rehearsal, RehearsalKind


def why_not_change_rules(rehearsal: Rehearsal) -> RehearsalRefusal | None:
    """The holder of a private rehearsal chooses its rules, unless a trainer controls it.

    Everyone shares the demo court, so only a trainer changes its rules.
    """
    if rehearsal.clock_control == ClockControl.STAFF:
        return RehearsalRefusal.RULES_ARE_TRAINERS
    if rehearsal.kind == RehearsalKind.DEMO:
        return RehearsalRefusal.DEMO_RULES
    return None
