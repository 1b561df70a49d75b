"""The passcode of a login in 2025."""

from datetime import timedelta

import pytest
from freezegun import freeze_time

from cso.models import SignOnSession
from rehearsals.models import Activity
from tests.support.cast import JOHN, MAX
from tests.support.login_pages import COURTS, CSO, PSC, WRONG, is_signed_on, log_in
from tests.support.second_factor import (
    SECOND,
    STEP,
    WALL,
    backup_codes,
    enroll,
    give,
    passcode,
    play_2020,
    play_2025,
    text,
)

pytestmark = pytest.mark.django_db
NEUTRAL = "Invalid username, password, or one-time passcode."


@pytest.fixture(autouse=True)
def wall():
    with freeze_time(WALL) as frozen:
        yield frozen


@pytest.fixture
def max_(rehearsal, visitor):
    """Max Filer's browser; he has one app."""
    play_2025(rehearsal)
    enroll(rehearsal)
    return visitor


@pytest.mark.parametrize(("login_path", "landing"), [(CSO, COURTS), (PSC, "/psc/account/")])
def test_login_asks_for_password_then_passcode(max_, login_path, landing):
    answer = log_in(max_, MAX, path=login_path)
    assert answer.url.endswith(SECOND)
    assert not is_signed_on(max_)
    assert give(max_, passcode()).url.endswith(landing)
    assert is_signed_on(max_)


def test_passcode_page_accepts_real_and_plain_element_names(max_):
    log_in(max_, MAX)
    page = text(max_.get(SECOND))
    assert 'id="mfaForm:mfaInput"' in page
    assert 'name="mfaForm:mfaInput"' in page
    assert 'id="mfaForm:btnOk"' in page
    max_.post(SECOND, {"passcode": passcode()})
    assert is_signed_on(max_)


@pytest.mark.parametrize("login_path", [CSO, PSC])
def test_page_wanted_is_kept_through_passcode(max_, login_path):
    wanted = max_.rehearsal.mount + "/psc/account/usage/"
    log_in(max_, MAX, path=f"{login_path}?next={wanted}")
    assert give(max_, passcode()).url == wanted


def test_cancel_keeps_page_wanted_and_requires_password_again(max_):
    wanted = max_.rehearsal.mount + "/psc/account/usage/"
    log_in(max_, MAX, path=f"{PSC}?next={wanted}")
    back = max_.post(SECOND, {"action": "cancel"}).url
    assert log_in(max_, MAX, path=back).url.endswith(SECOND)
    assert give(max_, passcode()).url == wanted


def test_passcode_after_cancel_is_refused(max_):
    log_in(max_, MAX)
    max_.post(SECOND, {"action": "cancel"})
    assert "/cso/csologin/" in give(max_, passcode()).url
    assert not is_signed_on(max_)


def test_sign_on_gets_new_session_key(max_):
    log_in(max_, MAX)
    before = max_.client.cookies["NextGenCSO"].value
    give(max_, passcode())
    assert max_.client.cookies["NextGenCSO"].value != before
    assert not SignOnSession.objects.filter(session_key=before).exists()


def test_wrong_passcode_gets_neutral_message_and_is_not_repeated(max_):
    log_in(max_, MAX)
    page = text(give(max_, "canary9"))
    assert NEUTRAL in page
    assert "canary9" not in page
    assert not Activity.objects.filter(detail__contains="canary9").exists()
    assert not is_signed_on(max_)


def test_passcode_works_once(max_, new_visitor):
    log_in(max_, MAX)
    give(max_, passcode())
    other = new_visitor()
    log_in(other, MAX)
    assert NEUTRAL in text(give(other, passcode()))
    assert give(other, passcode(WALL + STEP)).status_code == 302


def test_five_wrong_passcodes_lock_despite_right_password(max_, wall):
    for _ in range(4):
        log_in(max_, MAX)
        give(max_, "000000")
    assert "now locked for 15 minutes" in text(give(max_, "000000"))
    assert "is locked for 15 minutes" in text(give(max_, passcode()))
    assert "is locked for 15 minutes" in text(log_in(max_, MAX))
    wall.tick(timedelta(minutes=15, seconds=1))
    log_in(max_, MAX)
    assert give(max_, passcode(WALL + timedelta(minutes=15, seconds=1))).status_code == 302


def test_right_passcode_clears_failures(max_, wall):
    for number in range(3):
        log_in(max_, MAX)
        for _ in range(4):
            give(max_, "000000")
        assert give(max_, passcode(WALL + number * STEP)).status_code == 302
        wall.tick(STEP)
        max_.post("/cso/logout/")


def test_passcode_page_expires_after_ten_minutes(max_, wall):
    log_in(max_, MAX)
    wall.tick(timedelta(minutes=10, seconds=1))
    answer = give(max_, passcode(WALL + timedelta(minutes=10, seconds=1)))
    assert "/cso/csologin/" in answer.url
    assert not is_signed_on(max_)


def test_passcode_page_requires_password_first(max_):
    assert "/cso/csologin/" in max_.get(SECOND).url
    log_in(max_, username=MAX.username, password=WRONG)
    assert "/cso/csologin/" in give(max_, passcode()).url


def test_backup_code_works_once_in_any_spelling(max_, new_visitor):
    code = backup_codes(max_.rehearsal)[0]
    log_in(max_, MAX)
    assert give(max_, f" {code.upper()} ").status_code == 302
    other = new_visitor()
    log_in(other, MAX)
    assert NEUTRAL in text(give(other, code))


def test_new_backup_codes_replace_old_ones(max_):
    old = backup_codes(max_.rehearsal)
    new = backup_codes(max_.rehearsal)
    log_in(max_, MAX)
    assert NEUTRAL in text(give(max_, old[0]))
    assert give(max_, new[0]).status_code == 302


def test_backup_code_of_another_account_is_refused(max_):
    enroll(max_.rehearsal, JOHN)
    code = backup_codes(max_.rehearsal, JOHN)[0]
    log_in(max_, MAX)
    assert NEUTRAL in text(give(max_, code))


def test_enrolled_apps_are_ignored_in_2020(max_):
    log_in(max_, MAX)
    play_2020(max_.rehearsal)
    assert max_.get(SECOND).url.endswith(COURTS)  # a pending sign-on is completed
    max_.post("/cso/logout/")
    assert log_in(max_, MAX).url.endswith(COURTS)
    max_.post("/cso/logout/")
    play_2025(max_.rehearsal)
    assert log_in(max_, MAX).url.endswith(SECOND)
