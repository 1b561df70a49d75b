"""Lockouts: the decision table of each rule, and the counters."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError

from rehearsals.models import AttemptCounter
from rehearsals.security.login_attempts import (
    AttemptCount,
    LockoutRule,
    after_attempt,
    clear_attempts,
    is_locked,
    register_attempt,
)

AT = datetime(2026, 11, 24, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LEGACY = LockoutRule(free=5, lock=timedelta(minutes=5), extends=True)
CSO = LockoutRule(free=4, lock=timedelta(minutes=15))
END = AT + timedelta(minutes=3)


@pytest.mark.parametrize(
    ("rule", "count_before", "may_try", "count_after"),
    [
        # legacy CM/ECF: five failures are allowed, the next one locks for five minutes
        (LEGACY, AttemptCount(0), True, AttemptCount(1)),
        (LEGACY, AttemptCount(4), True, AttemptCount(5)),
        (LEGACY, AttemptCount(5), True, AttemptCount(6, AT + timedelta(minutes=5))),
        # an attempt while locked restarts the five minutes, even with the right password
        (LEGACY, AttemptCount(6, END), False, AttemptCount(6, AT + timedelta(minutes=5))),
        (LEGACY, AttemptCount(6, AT + SECOND), False, AttemptCount(6, AT + timedelta(minutes=5))),
        # the lock ends on its last second, and counting starts again
        (LEGACY, AttemptCount(6, AT), True, AttemptCount(1)),
        (LEGACY, AttemptCount(6, AT - SECOND), True, AttemptCount(1)),
        # Central Sign-On: the fifth failure locks for fifteen minutes
        (CSO, AttemptCount(0), True, AttemptCount(1)),
        (CSO, AttemptCount(3), True, AttemptCount(4)),
        (CSO, AttemptCount(4), True, AttemptCount(5, AT + timedelta(minutes=15))),
        # an attempt while locked changes nothing
        (CSO, AttemptCount(5, END), False, AttemptCount(5, END)),
        (CSO, AttemptCount(5, AT + SECOND), False, AttemptCount(5, AT + SECOND)),
        (CSO, AttemptCount(5, AT), True, AttemptCount(1)),
    ],
)
def test_outcome_of_an_attempt(rule, count_before, may_try, count_after):
    assert after_attempt(count_before, rule, AT) == (may_try, count_after)


pytestmark = pytest.mark.django_db


def attempts(rehearsal, name, count, scope="cmecf"):
    return [register_attempt(rehearsal, scope, name, rule=LEGACY, at=AT) for _ in range(count)]


@pytest.mark.both_databases
def test_seventh_attempt_is_refused(rehearsal):
    assert attempts(rehearsal, "nattorney", 7) == [True] * 6 + [False]
    assert is_locked(rehearsal, "cmecf", "nattorney", at=AT)
    assert not is_locked(rehearsal, "cmecf", "nattorney", at=AT + timedelta(minutes=5))


def test_spellings_of_a_name_share_a_counter(rehearsal):
    attempts(rehearsal, "nattorney", 3)
    attempts(rehearsal, " NATTORNEY ", 2)
    assert attempts(rehearsal, "ｎattorney", 2) == [True, False]


def test_lock_covers_one_scope_name_and_rehearsal(rehearsal, other_rehearsal):
    attempts(rehearsal, "nattorney", 7)
    assert attempts(rehearsal, "nattorney", 1, scope="cso") == [True]
    assert attempts(rehearsal, "jattorney", 1) == [True]
    assert attempts(other_rehearsal, "nattorney", 1) == [True]


def test_clear_attempts_unlocks_the_name(rehearsal):
    attempts(rehearsal, "nattorney", 5)
    clear_attempts(rehearsal, "cmecf", "nattorney")
    assert attempts(rehearsal, "nattorney", 6) == [True] * 6


def test_counter_stores_no_name(rehearsal):
    attempts(rehearsal, "nattorney", 1)
    assert "nattorney" not in str(list(AttemptCounter.objects.values()))


def test_attempt_counts_again_after_a_concurrent_clear(rehearsal, monkeypatch):
    """On PostgreSQL the existing row may be deleted before it can be locked."""
    create, refusals = AttemptCounter.objects.create, [IntegrityError()]

    def create_or_clash(**values):
        if refusals:
            raise refusals.pop()
        return create(**values)

    monkeypatch.setattr(AttemptCounter.objects, "create", create_or_clash)
    assert register_attempt(rehearsal, "cso", "noelattorney", rule=CSO, at=AT)
    assert AttemptCounter.objects.get().failures == 1
