from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import override_settings

from rehearsals.security.hashers import hash_slot


@contextmanager
def busy_machine() -> Iterator[None]:
    """Within the block another thread holds the hash slot, and the wait for it is very short."""
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


def count_hashes(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the password hashes made from now on, under the key "hashes"."""
    calls: Counter[str] = Counter()

    def counting(name):
        original = getattr(MD5PasswordHasher, name)

        def counted(self, *args, **kwargs):
            calls["hashes"] += 0 if calls["inside"] else 1
            calls["inside"] += 1  # verify() itself calls encode(): one hash, not two
            try:
                return original(self, *args, **kwargs)
            finally:
                calls["inside"] -= 1

        monkeypatch.setattr(MD5PasswordHasher, name, counted)

    counting("encode")
    counting("verify")
    return calls
