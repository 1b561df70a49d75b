"""Hashes of a pack's practice passwords, computed once per server and copied into each rehearsal."""

import hashlib

from django.contrib.auth.hashers import get_hasher, make_password

from rehearsals.models import PracticeHash
from rehearsals.packs.pack import Pack


def _key(password: str) -> str:
    hasher = get_hasher()
    settings = [getattr(hasher, name, "") for name in ("time_cost", "memory_cost", "parallelism")]
    return hashlib.sha256(f"{hasher.algorithm}|{settings}|{password}".encode()).hexdigest()


def practice_hashes(pack: Pack) -> dict[str, str]:
    """Practice password -> its hash. One query if the hashes were computed before."""
    keys = {_key(password): password for password in pack.passwords()}
    known = dict(PracticeHash.objects.filter(key__in=keys).values_list("key", "encoded"))
    missing = {key: make_password(keys[key]) for key in keys.keys() - known.keys()}
    if missing:
        rows = [PracticeHash(key=key, encoded=encoded) for key, encoded in missing.items()]
        PracticeHash.objects.bulk_create(rows, ignore_conflicts=True)
    return {keys[key]: encoded for key, encoded in (known | missing).items()}
