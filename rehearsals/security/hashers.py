"""Argon2id at OWASP's minimum, one hash at a time in each process (docs/decisions)."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher


class HashSlotBusy(Exception):
    """Too many people sign in at once: ask this one to try again in a moment."""


_slot = RLock()  # a thread that counts a try in its slot hashes in the same one


@contextmanager
def hash_slot() -> Iterator[None]:
    """Hold the process's only slot, or raise HashSlotBusy after HASH_WAIT_SECONDS (wall time).

    A login holds it around counting and hashing: a try is counted only when its hash can begin, and
    thirty people with one right password are never thirty open tries at once.
    """
    if not _slot.acquire(timeout=settings.HASH_WAIT_SECONDS):
        raise HashSlotBusy
    try:
        yield
    finally:
        _slot.release()


class OneSlotArgon2Hasher(Argon2PasswordHasher):
    """The same cost for PACER, CM/ECF and staff passwords, so that time tells nothing."""

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with hash_slot():
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        with hash_slot():
            return super().verify(password, encoded)
