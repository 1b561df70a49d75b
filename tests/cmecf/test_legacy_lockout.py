"""Five wrong passwords are allowed; the next one locks the login for five minutes of wall time."""

from datetime import timedelta

import pytest
from freezegun import freeze_time

from cmecf.legacy.authentication import Attempt, authenticate_filer
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.rules import LEGACY_LOCKOUT, lockout_scope
from cso.sign_on.rules import LOCKOUT as PACER_LOCKOUT
from cso.sign_on.rules import LOGIN_ATTEMPTS as PACER_SCOPE
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused
from rehearsals.models import Activity, AttemptCounter
from rehearsals.security import login_attempts
from tests.support.cast import NOEL, RUTH
from tests.support.hashing import busy_machine
from tests.support.legacy import LOST, ask_for_reset, log_in, reset_path, set_by_link
from tests.support.moments import LIVE
from tests.support.page_text import page_text
from tests.support.stored import everything_stored
from tests.support.visitor import hold

WRONG, RIGHT = "Wrong-Guess-1", NOEL.ecf_password
IN, NO, LOCKED = "in", "no", "locked"

# (seconds since the try before, password, answer)
SIX_WRONG = [(1, WRONG, NO)] * 5 + [(1, WRONG, LOCKED)]
TABLE = {
    "the right password after five wrong": [*SIX_WRONG[:5], (1, RIGHT, IN)],
    "the sixth wrong locks": SIX_WRONG,
    "the right password while locked": [*SIX_WRONG, (1, RIGHT, LOCKED)],
    "one second before the lock ends": [*SIX_WRONG, (299, RIGHT, LOCKED)],
    "when the lock ends": [*SIX_WRONG, (300, RIGHT, IN)],
    "a try while locked starts it again": [*SIX_WRONG, (200, WRONG, LOCKED), (299, RIGHT, LOCKED)],
    "… for five minutes": [*SIX_WRONG, (200, WRONG, LOCKED), (300, RIGHT, IN)],
    "a try with the right password extends it too": [
        *SIX_WRONG,
        (299, RIGHT, LOCKED),
        (299, RIGHT, LOCKED),
        (300, RIGHT, IN),
    ],
    "five are free again after a lock": [*SIX_WRONG, *[(300, WRONG, NO)] * 5, (1, WRONG, LOCKED)],
    "the right password forgets the wrong ones": [
        *SIX_WRONG[:5],
        (1, RIGHT, IN),
        *SIX_WRONG,
    ],
}


def attempt(court, password, **more):
    return Attempt(court, NOEL.login, password, at=LIVE, at_wall=clock.wall_now(), **more)


def _answer(response) -> str:
    if response.status_code == 302:
        return IN
    text = page_text(response)
    assert ("This login is locked" in text) != ("either your login or your password" in text)
    return LOCKED if "This login is locked" in text else NO


@pytest.mark.parametrize("attempts", TABLE.values(), ids=TABLE.keys())
def test_lockout_table(new_visitor, attempts):
    with freeze_time("2026-11-02 12:00:00") as wall:
        for seconds, password, expected in attempts:
            wall.tick(timedelta(seconds=seconds))
            assert _answer(log_in(new_visitor(), NOEL.login, password)) == expected


def test_unknown_login_is_locked_with_same_page(new_visitor):
    known = [log_in(new_visitor(), NOEL.login, WRONG) for _ in range(7)]
    unknown = [log_in(new_visitor(), "nobody-at-all", WRONG) for _ in range(7)]
    assert [page_text(page) for page in known] == [page_text(page) for page in unknown]
    assert _answer(known[-1]) == LOCKED


def test_locked_page_says_wait_reset_or_call(visitor):
    for _ in range(6):
        response = log_in(visitor, NOEL.login, WRONG)
    text = page_text(response)
    assert "Wait five minutes without trying again" in text
    assert "request a password reset. If you need help sooner, call the court." in text
    assert "(505) 348-2075" in text


def test_court_clock_does_not_shorten_lock(visitor, rehearsal):
    for _ in range(6):
        log_in(visitor, NOEL.login, WRONG)
    hold(rehearsal, rehearsal.clock.court_at + timedelta(days=2))
    assert _answer(log_in(visitor, NOEL.login, RIGHT)) == LOCKED


def test_spellings_of_login_share_counter(new_visitor):
    for _ in range(6):
        log_in(new_visitor(), NOEL.login.upper(), WRONG)
    assert _answer(log_in(new_visitor(), NOEL.login, RIGHT)) == LOCKED


def test_other_logins_and_rehearsals_are_not_locked(visitor, new_visitor, other_rehearsal):
    for _ in range(6):
        log_in(visitor, NOEL.login, WRONG)
    log_in(new_visitor(), RUTH.username, RUTH.password)
    court = other_rehearsal.courts.get(code="nmd")
    assert authenticate_filer(attempt(court, RIGHT))


def test_link_form_shares_counter(visitor, rehearsal):
    for _ in range(5):
        log_in(visitor, NOEL.login, WRONG)
    court = rehearsal.courts.get(code="nmd")
    for password in (WRONG, RIGHT):
        with pytest.raises(Refused) as no:
            authenticate_filer(attempt(court, password, what="link.prove"))
        assert no.value.reason is CmecfRefusal.LOCKED
    assert Activity.objects.filter(what="link.prove", outcome="failed").count() == 2


def test_pacer_lockout_applies_here_too(visitor, rehearsal):
    at = clock.wall_now()
    for _ in range(5):
        login_attempts.register_attempt(
            rehearsal, PACER_SCOPE, RUTH.username, rule=PACER_LOCKOUT, at=at
        )
    assert _answer(log_in(visitor, RUTH.username, RUTH.password)) == LOCKED


def test_busy_server_counts_no_attempt(visitor, rehearsal):
    with busy_machine():
        for _ in range(8):
            assert log_in(visitor, NOEL.login, RIGHT).status_code == 503
    assert not AttemptCounter.objects.exists()


def test_attempts_are_counted_before_password_check(rehearsal):
    at = clock.wall_now()
    scope = lockout_scope("nmd")
    admitted = [
        login_attempts.register_attempt(rehearsal, scope, NOEL.login, rule=LEGACY_LOCKOUT, at=at)
        for _ in range(60)
    ]
    assert admitted.count(True) == 6


def test_reset_refused_while_locked_also_for_unknown_login(visitor, new_visitor):
    for name in (NOEL.login, "nobody-at-all"):
        for _ in range(6):
            log_in(visitor, name, WRONG)
    known, unknown = (
        new_visitor().post(LOST, {"login": name}) for name in (NOEL.login, "nobody-at-all")
    )
    assert page_text(known) == page_text(unknown)
    assert "Wait until the lock ends" in page_text(known)
    assert not visitor.rehearsal.password_reset_links.exists()


def test_reset_clears_counter(visitor, new_visitor, rehearsal):
    with freeze_time("2026-11-02 12:00:00") as wall:
        for _ in range(6):
            log_in(visitor, NOEL.login, WRONG)
        wall.tick(timedelta(minutes=5))
        ask_for_reset(visitor, NOEL.login)
        for _ in range(6):
            log_in(new_visitor(), NOEL.login, WRONG)
        set_by_link(visitor, reset_path(rehearsal), "Sagebrush-20")
        assert _answer(log_in(new_visitor(), NOEL.login, "Sagebrush-20")) == IN


def test_wrong_input_is_never_stored_or_logged(visitor, new_visitor, caplog, capfd):
    with caplog.at_level("DEBUG"):
        for _ in range(7):
            log_in(visitor, "canary-name-9", "Canary-Pass-9")
            log_in(visitor, NOEL.login, "Canary-Pass-9")
        ask_for_reset(visitor, "canary-name-9")
        ask_for_reset(new_visitor(), "Canary-Name-9")
    text = everything_stored() + caplog.text + "".join(capfd.readouterr())
    assert "nattorney" in text
    assert "canary" not in text.casefold()


def test_login_stays_locked_after_go_live(visitor, rehearsal):
    for _ in range(6):
        log_in(visitor, NOEL.login, WRONG)
    hold(rehearsal, LIVE)
    court = rehearsal.courts.get(code="nmd")
    with pytest.raises(Refused, match="LOCKED"):
        authenticate_filer(attempt(court, RIGHT))
