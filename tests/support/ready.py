"""A rehearsal that is started once for all tests of a process. Each test's transaction undoes what it did.

Until a test takes it, it counts as one that is being deleted, so no page finds it. After a test with real
transactions it is gone, and the next tests start rehearsals of their own.
"""

from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import Rehearsal
from rehearsals.models.rehearsal import new_code

READY = "ready-for-a-test"


def make_ready() -> None:
    services.start(wall_at=wall_now(), code=READY, title="Test rehearsal")
    Rehearsal.objects.filter(code=READY).update(is_ending=True)


def take_ready() -> Rehearsal | None:
    """The rehearsal that is ready, as if it had been started now, under a code that no page's cache knows."""
    rehearsal = Rehearsal.objects.select_related("clock").filter(code=READY).first()
    if rehearsal is None:
        return None
    rehearsal.code, rehearsal.is_ending = new_code(), False
    rehearsal.created_at = rehearsal.last_used_at = rehearsal.clock.wall_at = wall_now()
    rehearsal.clock.save(update_fields=["wall_at"])
    rehearsal.save(update_fields=["code", "is_ending", "created_at", "last_used_at"])
    return rehearsal
