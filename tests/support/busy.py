"""A machine whose hash slot is taken."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.test import override_settings

from rehearsals.security.hashers import hash_slot


@contextmanager
def busy_machine() -> Iterator[None]:
    """Within the block another thread holds the hash slot, and the wait for it is next to nothing."""
    taken, done = Event(), Event()

    def take() -> None:
        with hash_slot():
            taken.set()
            done.wait(timeout=60)

    holder = Thread(target=take)
    holder.start()
    taken.wait(timeout=10)
    try:
        with override_settings(HASH_WAIT_SECONDS=0.001):
            yield
    finally:
        done.set()
        holder.join()
