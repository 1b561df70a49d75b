"""A rehearsal that is started once for all tests of a process. Each test's transaction undoes what it did.

Until a test takes it, it counts as one that is being deleted, so no page finds it. After a test with real
transactions it is gone, and the next tests start rehearsals of their own.
"""

from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import Rehearsal
from rehearsals.models.rehearsal import new_code
from tests.support.moments import SEED_MOMENT
from tests.support.visitor import hold

READY = "ready-for-a-test"


def start() -> Rehearsal:
    """A private rehearsal with the whole cast, its clock held at the seed moment."""
    rehearsal = services.start(wall_at=wall_now(), title="Test rehearsal")
    hold(rehearsal, SEED_MOMENT)
    return rehearsal


def make_ready() -> None:
    key = start().pk
    Rehearsal.objects.filter(pk=key).update(code=READY, is_ending=True)


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
