"""Two or more at the very same moment, in real threads, on whichever database is the default."""

from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from django.db import connection

from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.web import mount


def at_once(world: Rehearsal, *acts: Callable[[], Any]) -> Counter:
    """Start all `acts` at the same moment inside `world`; what came of them: values and refusals."""
    start, results = Barrier(len(acts)), []

    def run(act: Callable[[], Any]) -> None:
        try:
            with mount.inside_rehearsal(world):
                start.wait(timeout=10)
                results.append(act())
        except Refused as refused:
            results.append(refused.reason)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return Counter(results)
