"""A bookmark before a change, and a return to it, in a rehearsal as it starts."""

import json
from collections.abc import Iterator

from benchmarks.server import shell

MEASURE = """
import json, time
from django.db import transaction
from rehearsals import services as rehearsals
from rehearsals.cleanup.services import end
from rehearsals.clock.clock import wall_now
from training.bookmarks import services

rehearsal = rehearsals.start(wall_at=wall_now())
keeping, returning = [], []
for _ in range(31):
    began = time.perf_counter()
    with transaction.atomic():
        services.keep_before_change(rehearsal, "link.made", at=wall_now())
    keeping.append((time.perf_counter() - began) * 1000)
newest = rehearsal.bookmarks.first()
size = len(newest.content)
for _ in range(21):
    began = time.perf_counter()
    services.go_back(rehearsal, pk=rehearsal.bookmarks.first().pk, wall_at=wall_now())
    returning.append((time.perf_counter() - began) * 1000)
end(rehearsal)
print(json.dumps([sorted(keeping)[15], sorted(returning)[10], size]))
"""


def measure(env: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """What was measured, the figure and the goal. `env`: of a server with a migrated database."""
    keeping, returning, size = json.loads(shell(env, MEASURE).splitlines()[-1])
    yield "a bookmark: median", f"{keeping:.1f} ms", "< 20 ms"
    yield "a return: median", f"{returning:.1f} ms", "< 100 ms"
    yield "a bookmark: bytes", str(size), "-"
