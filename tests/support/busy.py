"""A machine on which somebody else's password is being hashed all the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from django.test import override_settings

from rehearsals.security.hashers import hash_slot


@contextmanager
def busy_machine() -> Iterator[None]:
    """Within the block, another thread holds the hash slot, and nobody waits for it."""
    held, done = Event(), Event()

    def hold() -> None:
        with hash_slot():
            held.set()
            done.wait(timeout=60)

    holder = Thread(target=hold)
    holder.start()
    held.wait(timeout=10)
    try:
        with override_settings(HASH_WAIT_SECONDS=0.001):
            yield
    finally:
        done.set()
        holder.join()
