"""Failed attempts to log in, counted before the slow password hash is computed.

An attempt is counted as failed first and cleared when it succeeds. So sixty guesses at once get no more
chances than six guesses in a row.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from rehearsals.models import AttemptCounter, Rehearsal
from rehearsals.security.normalization import name_key


@dataclass(frozen=True)
class LockoutRule:
    """`free` failures are allowed; the next one locks the name for `lock`.

    `extends`: an attempt while the name is locked starts the lock again.
    """

    free: int
    lock: timedelta
    extends: bool = False


@dataclass(frozen=True)
class AttemptCount:
    """A name's failures, and the wall time until which it is locked, if it is."""

    failures: int = 0
    locked_until: datetime | None = None

    def is_locked(self, at: datetime) -> bool:
        return self.locked_until is not None and at < self.locked_until


def after_attempt(
    count: AttemptCount, rule: LockoutRule, at: datetime
) -> tuple[bool, AttemptCount]:
    """Whether an attempt at the wall time `at` may be checked at all, and the count if it fails."""
    if count.is_locked(at):
        until = at + rule.lock if rule.extends else count.locked_until
        return False, AttemptCount(count.failures, until)
    failures = 1 if count.locked_until else count.failures + 1
    return True, AttemptCount(failures, at + rule.lock if failures > rule.free else None)


def name_digest(name: str) -> str:
    """The keyed digest under which attempts by `name` are counted."""
    return salted_hmac(
        "rehearsals.security.login_attempts", name_key(name), algorithm="sha256"
    ).hexdigest()


@transaction.atomic
def register_attempt(
    rehearsal: Rehearsal, scope: str, name: str, *, rule: LockoutRule, at: datetime
) -> bool:
    """Count an attempt by `name`; False if the name is locked at the wall time `at`.

    `scope` says what is attempted ("cso", "cmecf:nmd"); each scope counts separately. The caller checks
    the password only if this returns True, and calls `clear_attempts` if the password is right.
    """
    key = {"rehearsal": rehearsal, "scope": scope, "name_digest": name_digest(name)}
    may_try, count = after_attempt(AttemptCount(), rule, at)
    try:
        with transaction.atomic():  # most people are right at once: one INSERT is all they need
            AttemptCounter.objects.create(**key, **asdict(count))
            return may_try
    except IntegrityError:
        counter = AttemptCounter.objects.select_for_update().filter(**key).first()
    if counter is None:  # cleared in the meantime, where the database locks row by row
        return register_attempt(rehearsal, scope, name, rule=rule, at=at)
    may_try, count = after_attempt(AttemptCount(counter.failures, counter.locked_until), rule, at)
    counter.failures, counter.locked_until = count.failures, count.locked_until
    counter.save(update_fields=["failures", "locked_until"])
    return may_try


def clear_attempts(rehearsal: Rehearsal, scope: str, name: str) -> int:
    """Delete the failures of `name`: the password was right, or a clerk unlocked the name."""
    counters = AttemptCounter.objects.filter(
        rehearsal=rehearsal, scope=scope, name_digest=name_digest(name)
    )
    return counters.delete()[0]


def is_locked(rehearsal: Rehearsal, scope: str, name: str, *, at: datetime) -> bool:
    """Whether `name` is locked in `scope` at the wall time `at`."""
    return AttemptCounter.objects.filter(
        rehearsal=rehearsal, scope=scope, name_digest=name_digest(name), locked_until__gt=at
    ).exists()


def locked_counters(
    rehearsal: Rehearsal | None, scope: str, *, at: datetime
) -> list[AttemptCounter]:
    """The counters that lock a name at the wall time `at`, in scopes that start with `scope`.

    `rehearsal`: None for all rehearsals.
    """
    locked = AttemptCounter.objects.filter(scope__startswith=scope, locked_until__gt=at)
    return list(locked.filter(rehearsal=rehearsal) if rehearsal else locked)
