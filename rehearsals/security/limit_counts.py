"""Counting attempts against the limits, in the database that all worker processes share.

One statement counts an attempt and reads the count, before anything is checked. So simultaneous attempts
get no more chances than attempts in a row. Addresses and names are stored only as keyed digests.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NoReturn

from django.db import connection
from django.db.models import F
from django.utils.crypto import salted_hmac

from rehearsals.cleanup.services import delete_expired
from rehearsals.models import LimitCount
from rehearsals.security.hashers import HashSlotBusy
from rehearsals.security.limits import By, Limit, TooManyAttempts
from rehearsals.security.normalization import name_key
from rehearsals.web.client_address import client_network
from rehearsals.web.http import SiteRequest

# A window that ends later than this was begun before the server's clock was set back.
FARTHEST_END = timedelta(hours=2)

# ends_at may have passed, or lie too far ahead: then a new window begins.
_COUNT = """
INSERT INTO rehearsals_limitcount AS counted
    (rule, name_digest, address_digest, attempts, ends_at) VALUES {rows}
ON CONFLICT (rule, name_digest, address_digest) DO UPDATE SET
    attempts = CASE WHEN counted.ends_at <= %s OR counted.ends_at > %s
        THEN 1 ELSE counted.attempts + 1 END,
    ends_at = CASE WHEN counted.ends_at <= %s OR counted.ends_at > %s
        THEN excluded.ends_at ELSE counted.ends_at END
RETURNING id, rule, attempts
"""
_ROW = "(%s, %s, %s, 1, %s)"
_FORGET = "UPDATE rehearsals_limitcount SET attempts = 0 WHERE id = %s"


class Attempt:
    """An attempt that was counted and may be checked now."""

    def __init__(self) -> None:
        self._counted: dict[int, Limit] = {}  # by primary key

    def count(self, limits: Sequence[Limit], name: str, address: str, at: datetime) -> None:
        """Count the attempt against `limits`. Raises TooManyAttempts with the longest wait."""
        if not limits:
            return
        attempts = _count(limits, name, address, at)
        self._counted |= {pk: limit for limit, (pk, _) in attempts.items()}
        if any(count > limit.allowed for limit, (_, count) in attempts.items()):
            _refuse(attempts, at)

    def succeeded(self) -> None:
        """The password was right: the tries with this name at this address don't count any longer."""
        for pk, limit in self._counted.items():
            if limit.by is By.NAME:
                with connection.cursor() as cursor:
                    cursor.execute(_FORGET, [pk])

    def take_back(self) -> None:
        """Nothing was checked after all. Row by row, so that two requests never wait for each other."""
        for pk in self._counted:
            rows = LimitCount.objects.filter(pk=pk, attempts__gt=0)
            rows.update(attempts=F("attempts") - 1)


@contextmanager
def attempt(
    request: SiteRequest, limits: Sequence[Limit], *, name: str = "", keep: Sequence[str] = ()
) -> Iterator[Attempt]:
    """Count an attempt, then run the block that checks it. Never inside a transaction.

    Without `limits` it only runs the block.

    `name`: what By.NAME limits count by, in this rehearsal; they don't apply to an empty name. `keep`:
    fields that a refused request may send again. Never a secret, or a field into which people type
    one by mistake. The limit of the whole server counts only what the address may do, so that one
    address can't use it up. Raises TooManyAttempts. HashSlotBusy in the block counts no attempt.
    """
    address, at = client_network(request), request.wall_at
    if name and request.rehearsal:
        name = f"{request.rehearsal.pk}:{name_key(name)}"
    own = [limit for limit in limits if limit.by is By.ADDRESS or (limit.by is By.NAME and name)]
    attempt = Attempt()
    try:
        attempt.count(own, name, address, at)
        attempt.count([limit for limit in limits if limit.by is By.SERVER], name, address, at)
        yield attempt
    except TooManyAttempts as refused:
        refused.keep = keep
        raise
    except HashSlotBusy:
        attempt.take_back()
        raise


def forget_name(limits: Sequence[Limit], name: str) -> None:
    """End every wait of `name` at any address, and the waits of all addresses, under `limits`."""
    for limit in limits:
        counts = LimitCount.objects.filter(rule=limit.rule)
        if limit.by is By.NAME:
            counts = counts.filter(name_digest=_digest(name_key(name)))
        counts.delete()


def delete_ended(*, wall_at: datetime) -> int:
    """Delete the counts whose window ended before `wall_at` (wall time); how many."""
    return delete_expired(LimitCount.objects.filter(ends_at__lte=wall_at))


Counts = dict[Limit, tuple[int, int]]  # the row's primary key, and its attempts


def _count(limits: Sequence[Limit], name: str, address: str, at: datetime) -> Counts:
    """Add an attempt to the row of each limit."""
    adapt, params = connection.ops.adapt_datetimefield_value, list[str | datetime | None]()
    for limit in limits:
        by_name = _digest(name_key(name)) if limit.by is By.NAME else ""
        by_address = "" if limit.by is By.SERVER else _digest(address)
        ends_at = adapt(at + timedelta(seconds=limit.seconds))
        params += [limit.rule, by_name, by_address, ends_at]
    params += [adapt(at), adapt(at + FARTHEST_END)] * 2
    with connection.cursor() as cursor:  # a queryset can't say this, and takes twice the time
        cursor.execute(_COUNT.format(rows=", ".join([_ROW] * len(limits))), params)
        counted = {rule: (pk, attempts) for pk, rule, attempts in cursor.fetchall()}
    return {limit: counted[limit.rule] for limit in limits}


def _refuse(counts: Counts, at: datetime) -> NoReturn:
    """Raise TooManyAttempts for the limit that asks for the longest wait."""
    rows = LimitCount.objects.in_bulk([pk for pk, _ in counts.values()])
    ends = {pk: row.ends_at for pk, row in rows.items()}  # a new staff password deletes rows
    waits = [
        (limit.wait(attempts, ends.get(pk, at), at), limit)
        for limit, (pk, attempts) in counts.items()
    ]
    wait, limit = max(waits, key=lambda pair: pair[0])
    raise TooManyAttempts(limit, wait)


def _digest(text: str) -> str:
    return salted_hmac("rehearsals.security.limits", text, algorithm="sha256").hexdigest()
