"""The work that waits in a rehearsal. Each app declares its queues as `work_queues`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.utils.module_loading import import_string

from rehearsals.app_config import declarations
from rehearsals.models import Rehearsal


@dataclass(frozen=True)
class WorkQueue:
    """One kind of work on the staff home page.

    `label`: the guide's words ("Requests to e-file waiting"). `empty`: what an empty queue means.
    `permission`: who sees the queue ("efile.view_efileregistration"). `order`: its place on the page.
    """

    label: str
    count: int
    url: str
    empty: str
    permission: str
    order: int = 50

    @property
    def is_empty(self) -> bool:
        return self.count == 0


def work_queues(
    request: HttpRequest, rehearsal: Rehearsal, *, at: datetime, wall_at: datetime
) -> list[WorkQueue]:
    """The queues of `rehearsal` that this member of staff may see. `at`: court time (UTC)."""
    queues: Iterable[WorkQueue] = (
        queue
        for paths in declarations("work_queues")
        for path in paths
        for queue in import_string(path)(rehearsal, at=at, wall_at=wall_at)
    )
    may_see = [queue for queue in queues if request.user.has_perm(queue.permission)]
    return sorted(may_see, key=lambda queue: queue.order)
