"""Counting failed tries at a door, before the slow hash, in one short transaction.

A try is counted as failed first and forgiven when it succeeds, so that sixty guesses at once get no
more chances than six in a row.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from rehearsals.models import AttemptCounter, Rehearsal
from rehearsals.security.normalization import name_key


@dataclass(frozen=True)
class LockoutRule:
    """`free` failures may happen; the next one locks the name for `lock`.

    `extends`: a try while locked starts the lock anew.
    """

    free: int
    lock: timedelta
    extends: bool = False


@dataclass(frozen=True)
class Tally:
    """A name's failures and the wall time until which it is locked, if it is."""

    failures: int = 0
    locked_until: datetime | None = None

    def is_locked(self, at: datetime) -> bool:
        return self.locked_until is not None and at < self.locked_until


def after_try(tally: Tally, rule: LockoutRule, at: datetime) -> tuple[bool, Tally]:
    """Whether a try at the wall time `at` may be checked at all, and the tally if it fails."""
    if tally.is_locked(at):
        until = at + rule.lock if rule.extends else tally.locked_until
        return False, Tally(tally.failures, until)
    failures = 1 if tally.locked_until else tally.failures + 1
    return True, Tally(failures, at + rule.lock if failures > rule.free else None)


def _digest(name: str) -> str:
    return salted_hmac(
        "rehearsals.security.login_attempts", name_key(name), algorithm="sha256"
    ).hexdigest()


@transaction.atomic
def admit(
    rehearsal: Rehearsal | None, door: str, name: str, *, rule: LockoutRule, at: datetime
) -> bool:
    """Count a try by `name` at `door`; False when the name is locked at the wall time `at`.

    The caller checks the password only when this is True, and calls `forgive` when it is right.
    """
    key = {"rehearsal": rehearsal, "door": door, "name_digest": _digest(name)}
    may_try, tally = after_try(Tally(), rule, at)
    try:
        with transaction.atomic():  # most people are right at once: one INSERT is all they need
            AttemptCounter.objects.create(**key, **asdict(tally))
            return may_try
    except IntegrityError:
        counter = AttemptCounter.objects.select_for_update().filter(**key).first()
    if counter is None:  # forgiven in this very moment, where rows are locked one by one
        return admit(rehearsal, door, name, rule=rule, at=at)
    may_try, tally = after_try(Tally(counter.failures, counter.locked_until), rule, at)
    counter.failures, counter.locked_until = tally.failures, tally.locked_until
    counter.save(update_fields=["failures", "locked_until"])
    return may_try


def forgive(rehearsal: Rehearsal | None, door: str, name: str) -> int:
    """Forget the failures of `name` at `door`: the password was right, or a clerk unlocked it."""
    found = AttemptCounter.objects.filter(rehearsal=rehearsal, door=door, name_digest=_digest(name))
    return found.delete()[0]


def is_locked(rehearsal: Rehearsal | None, door: str, name: str, *, at: datetime) -> bool:
    """Whether `name` is locked at `door` at the wall time `at`."""
    return AttemptCounter.objects.filter(
        rehearsal=rehearsal, door=door, name_digest=_digest(name), locked_until__gt=at
    ).exists()
