from rehearsals.help.refusals import RehearsalRefusal
from rehearsals.models import ClockControl, Rehearsal


def why_not_reset(rehearsal: Rehearsal) -> RehearsalRefusal | None:
    """A reset moves the clock back too, so only people who can move the clock can reset."""
    if rehearsal.clock_control == ClockControl.STAFF:
        return RehearsalRefusal.RESET_IS_TRAINERS
    return None
