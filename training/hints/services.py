from datetime import datetime

from rehearsals.models import Rehearsal
from training.home.situation import Action
from training.models import HintUse


def record_hint(
    rehearsal: Rehearsal,
    *,
    persona: str,
    action: Action,
    rung: int,
    at: datetime,
    wall_at: datetime,
) -> None:
    """Count that the person `persona` (a key) opened this rung; a second time counts no more.

    A hint changes nothing that a bookmark restores, so no bookmark is kept before it.
    """
    HintUse.objects.get_or_create(
        rehearsal=rehearsal,
        persona=persona,
        action=action.value,
        rung=rung,
        defaults={"court_at": at, "wall_at": wall_at},
    )
