"""Counting tries: the decision table of each lockout, and names that are one name."""

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
    ("rule", "tally", "may_try", "then"),
    [
        # legacy CM/ECF: five failures may happen, the next locks for five minutes
        (LEGACY, AttemptCount(0), True, AttemptCount(1)),
        (LEGACY, AttemptCount(4), True, AttemptCount(5)),
        (LEGACY, AttemptCount(5), True, AttemptCount(6, AT + timedelta(minutes=5))),
        # a try while locked starts the five minutes anew, right password or not
        (LEGACY, AttemptCount(6, END), False, AttemptCount(6, AT + timedelta(minutes=5))),
        (LEGACY, AttemptCount(6, AT + SECOND), False, AttemptCount(6, AT + timedelta(minutes=5))),
        # the lock ends with its last second, and counting begins again
        (LEGACY, AttemptCount(6, AT), True, AttemptCount(1)),
        (LEGACY, AttemptCount(6, AT - SECOND), True, AttemptCount(1)),
        # Central Sign-On: the fifth failure locks for fifteen minutes
        (CSO, AttemptCount(0), True, AttemptCount(1)),
        (CSO, AttemptCount(3), True, AttemptCount(4)),
        (CSO, AttemptCount(4), True, AttemptCount(5, AT + timedelta(minutes=15))),
        # a try while locked changes nothing
        (CSO, AttemptCount(5, END), False, AttemptCount(5, END)),
        (CSO, AttemptCount(5, AT + SECOND), False, AttemptCount(5, AT + SECOND)),
        (CSO, AttemptCount(5, AT), True, AttemptCount(1)),
    ],
)
def test_what_a_try_does(rule, tally, may_try, then):
    assert after_attempt(tally, rule, AT) == (may_try, then)


pytestmark = pytest.mark.django_db


def tries(rehearsal, name, count, scope="cmecf"):
    return [register_attempt(rehearsal, scope, name, rule=LEGACY, at=AT) for _ in range(count)]


@pytest.mark.both_databases
def test_six_tries_are_checked_and_the_seventh_is_not(rehearsal):
    assert tries(rehearsal, "nattorney", 7) == [True] * 6 + [False]
    assert is_locked(rehearsal, "cmecf", "nattorney", at=AT)
    assert not is_locked(rehearsal, "cmecf", "nattorney", at=AT + timedelta(minutes=5))


def test_capitals_spaces_and_full_width_letters_are_the_same_name(rehearsal):
    tries(rehearsal, "nattorney", 3)
    tries(rehearsal, " NATTORNEY ", 2)
    assert tries(rehearsal, "ｎattorney", 2) == [True, False]


def test_another_door_another_name_and_another_world_are_not_locked(rehearsal, other_rehearsal):
    tries(rehearsal, "nattorney", 7)
    assert tries(rehearsal, "nattorney", 1, scope="cso") == [True]
    assert tries(rehearsal, "jattorney", 1) == [True]
    assert tries(other_rehearsal, "nattorney", 1) == [True]
    assert tries(None, "nattorney", 1) == [True]


def test_a_right_password_forgets_the_failures(rehearsal):
    tries(rehearsal, "nattorney", 5)
    clear_attempts(rehearsal, "cmecf", "nattorney")
    assert tries(rehearsal, "nattorney", 6) == [True] * 6


def test_no_name_is_kept_in_the_clear(rehearsal):
    tries(rehearsal, "nattorney", 1)
    assert "nattorney" not in str(list(AttemptCounter.objects.values()))


def test_a_counter_forgiven_at_the_moment_of_a_try_is_begun_anew(rehearsal, monkeypatch):
    """PostgreSQL: the row that was in the way is gone when one comes to lock it."""
    create, refusals = AttemptCounter.objects.create, [IntegrityError()]

    def create_or_clash(**values):
        if refusals:
            raise refusals.pop()
        return create(**values)

    monkeypatch.setattr(AttemptCounter.objects, "create", create_or_clash)
    assert register_attempt(rehearsal, "cso", "noelattorney", rule=CSO, at=AT)
    assert AttemptCounter.objects.get().failures == 1
