"""Argon2id with OWASP's minimum parameters, one hash at a time in each process (docs/decisions)."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher


class HashSlotBusy(Exception):
    """Too many logins at once. The user must try again in a moment."""


_slot = RLock()  # reentrant: a login counts its attempt and hashes in one slot


@contextmanager
def hash_slot() -> Iterator[None]:
    """Hold the process's only hash slot. Raises HashSlotBusy after HASH_WAIT_SECONDS (wall time).

    A login holds it while it counts the attempt and hashes the password. So an attempt is counted only
    if its hash can start, and simultaneous logins with the right password don't lock the account.
    """
    if not _slot.acquire(timeout=settings.HASH_WAIT_SECONDS):
        raise HashSlotBusy
    try:
        yield
    finally:
        _slot.release()


class OneSlotArgon2Hasher(Argon2PasswordHasher):
    """Hashes PACER, CM/ECF and staff passwords at the same cost, so the response time reveals nothing."""

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1

    def encode(self, password: str, salt: str) -> str:
        with hash_slot():
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> bool:
        with hash_slot():
            return super().verify(password, encoded)
