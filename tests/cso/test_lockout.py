"""Five failures in a row lock a username for 15 minutes of wall time."""

from datetime import UTC, datetime, timedelta

import pytest
from freezegun import freeze_time

from cso.sign_on import services
from cso.sign_on.rules import SignOnRefusal
from rehearsals.clock import clock
from rehearsals.models import Activity, AttemptCounter
from tests.support import races
from tests.support.cast import JOHN, NOEL
from tests.support.hashing import busy_machine, count_hashes
from tests.support.login_pages import NOBODY, PSC, fail, is_signed_on, log_in
from tests.support.moments import DAY_TWO, REMINDER, SEED_MOMENT
from tests.support.visitor import Visitor

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]

WALL = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LOCK = timedelta(minutes=15)


def sentence(answer) -> str:
    return answer.context["form"].non_field_errors()[0]


@pytest.mark.parametrize("name", [NOEL.username, NOBODY])
@pytest.mark.parametrize(
    ("failures", "refusal"),
    [
        (1, SignOnRefusal.INVALID),
        (4, SignOnRefusal.INVALID),
        (5, SignOnRefusal.NOW_LOCKED),
        (6, SignOnRefusal.LOCKED),
        (9, SignOnRefusal.LOCKED),
    ],
)
def test_fifth_failure_locks_known_and_unknown_usernames(visitor, name, failures, refusal):
    assert sentence(fail(visitor, name, failures)) == refusal.sentence


@pytest.mark.parametrize(
    ("failures", "wait", "gets_in"),
    [
        (4, timedelta(0), True),
        (5, timedelta(0), False),
        (5, LOCK - SECOND, False),
        (5, LOCK, True),
        (12, LOCK - SECOND, False),
        (12, LOCK, True),  # tries while locked do not extend the lock
    ],
)
def test_right_password_is_refused_until_lock_ends(visitor, failures, wait, gets_in):
    with freeze_time(WALL):
        fail(visitor, NOEL.username, failures)
    with freeze_time(WALL + wait):
        log_in(visitor, NOEL)
        assert is_signed_on(visitor) is gets_in


@pytest.mark.parametrize("court_at", [REMINDER, DAY_TWO])
def test_moving_the_court_clock_does_not_change_a_lock(visitor, court_at):
    with freeze_time(WALL):
        fail(visitor, NOEL.username, 5)
        visitor.at(court_at)
        assert sentence(log_in(visitor, NOEL)) == SignOnRefusal.LOCKED.sentence
    with freeze_time(WALL + LOCK):
        log_in(visitor, NOEL)
        assert is_signed_on(visitor)


@pytest.mark.parametrize(
    "spelling",
    ["NOELATTORNEY", " noelattorney ", "ｎｏｅｌａｔｔｏｒｎｅｙ", "NoelAttorney"],
)
def test_spellings_of_a_username_share_one_counter(visitor, spelling):
    fail(visitor, NOEL.username, 4)
    assert sentence(fail(visitor, spelling)) == SignOnRefusal.NOW_LOCKED.sentence


def test_login_pages_and_browsers_share_one_counter(visitor, new_visitor):
    for path in (PSC, "/cso/csologin/login.jsf") * 2:
        log_in(new_visitor(), username=NOEL.username, password="wrong", path=path)
    assert sentence(fail(visitor, NOEL.username)) == SignOnRefusal.NOW_LOCKED.sentence


def test_lock_applies_to_one_username_in_one_rehearsal(visitor, other_rehearsal):
    fail(visitor, NOEL.username, 5)
    log_in(visitor, JOHN)
    assert is_signed_on(visitor)
    elsewhere = Visitor(other_rehearsal)
    log_in(elsewhere, NOEL)
    assert is_signed_on(elsewhere)


def test_right_password_clears_failures(visitor):
    fail(visitor, NOEL.username, 4)
    log_in(visitor, NOEL)
    assert sentence(fail(visitor, NOEL.username, 4)) == SignOnRefusal.INVALID.sentence


@pytest.mark.parametrize(
    ("name", "failures_before", "hashes"),
    [
        (NOEL.username, 0, 1),
        (NOBODY, 0, 1),
        (NOEL.username, 5, 0),  # locked: no password is checked
        (NOBODY, 5, 0),
    ],
)
def test_known_and_unknown_usernames_cost_the_same_hashes(
    visitor, monkeypatch, name, failures_before, hashes
):
    if failures_before:
        fail(visitor, name, failures_before)
    calls = count_hashes(monkeypatch)
    fail(visitor, name)
    assert calls["hashes"] == hashes


def test_failure_pages_for_known_and_unknown_usernames_are_equal(visitor):
    def page(name: str) -> str:
        answer = fail(visitor, name)
        token = str(answer.context["csrf_token"])
        return answer.content.decode().replace(token, "")

    assert page(NOEL.username) == page(NOBODY)


def test_full_hash_slot_answers_503_and_counts_no_attempt(visitor):
    fail(visitor, NOEL.username, 4)
    with busy_machine():
        answer = log_in(visitor, NOEL)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert AttemptCounter.objects.get().failures == 4
    log_in(visitor, NOEL)
    assert is_signed_on(visitor)


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_simultaneous_logins_to_one_account_all_succeed(rehearsal):
    typed = {"username": NOEL.username, "password": NOEL.password}
    times = {"at": SEED_MOMENT, "wall_at": clock.wall_now()}
    acts = [lambda: services.verify_password(rehearsal=rehearsal, **typed, **times).pk] * 12
    noel = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    assert races.at_once(rehearsal, *acts) == {noel.pk: 12}


def test_attempts_are_logged_with_account_if_known(visitor):
    fail(visitor, NOEL.username, 5)
    fail(visitor, NOBODY)
    log_in(visitor, NOEL)
    lines = Activity.objects.filter(what="cso.sign_on").order_by("pk")
    noel = f"PACER {NOEL.number}"
    assert [(line.who, line.outcome, line.detail) for line in lines] == [
        *[(noel, "failed", "invalid")] * 4,
        (noel, "failed", "now locked"),
        ("", "failed", "invalid"),
        (noel, "refused", "locked"),
    ]
