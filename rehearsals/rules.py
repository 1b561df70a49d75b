"""What may be done with a rehearsal and its clock. Pure: every time comes in as an argument."""

from rehearsals.help.refusals import RehearsalRefusal
from rehearsals.models import ClockControl, Rehearsal


def why_not_reset(rehearsal: Rehearsal) -> RehearsalRefusal | None:
    """A reset puts the clock back too, so it belongs to whoever moves the clock."""
    if rehearsal.clock_control == ClockControl.STAFF:
        return RehearsalRefusal.RESET_IS_TRAINERS
    return None
