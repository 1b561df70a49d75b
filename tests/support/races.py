"""Calls at the same time, in threads, on the default database."""

from collections import Counter
from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from django.db import connection

from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.web import mount
from tests.support.visitor import Visitor


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


def submit_at_once(visitor: Visitor, path: str, data: dict[str, str], times: int) -> list[Visitor]:
    """Send one form of one browser several times at the same time.

    Returns a visitor for each answer, with the cookies and the `answer` that it got.
    """
    start, copies = Barrier(times), [visitor.copy() for _ in range(times)]

    def submit(copy: Visitor) -> None:
        try:
            start.wait(timeout=10)
            copy.answer = copy.post(path, data)
        finally:
            connection.close()

    threads = [Thread(target=submit, args=(copy,)) for copy in copies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return copies
