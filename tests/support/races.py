"""Calls at the same time, in threads, on the default database."""

from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from django.db import connection

from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.web import mount


def at_once(rehearsal: Rehearsal, *acts: Callable[[], Any]) -> Counter:
    """Start all `acts` at the same time inside `rehearsal`; count their results and refusal reasons."""
    start, results = Barrier(len(acts)), []

    def run(act: Callable[[], Any]) -> None:
        try:
            with mount.inside_rehearsal(rehearsal):
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
