from datetime import timedelta

import pytest
from freezegun import freeze_time

from rehearsals.help.refusals import PSC_CARD
from tests.support.addresses import AT_A_COURT, CLOSED
from tests.support.cast import JOHN, MAX, NOEL, SKYE
from tests.support.login_pages import COURTS, CSO, PSC, is_signed_on, log_in
from tests.support.moments import LIVE
from tests.support.second_factor import (
    MFA,
    UPDATE,
    WALL,
    account_of,
    enroll,
    give,
    passcode,
    play_2020,
    play_2025,
    text,
)

pytestmark = pytest.mark.django_db
SKIP = {"frmUserUpdate:bpmSkip": "Skip"}


@pytest.fixture
def visitor(rehearsal, visitor):
    play_2025(rehearsal)
    return visitor


def set_skips(visitor, who, skips):
    account = account_of(visitor.rehearsal, who)
    account.mfa_skips = skips
    account.save()


def test_no_update_is_required_in_2020(visitor):
    play_2020(visitor.rehearsal)
    set_skips(visitor, MAX, 3)
    assert log_in(visitor, MAX).url.endswith(COURTS)
    page = text(visitor.get("/psc/account/"))
    assert "Multifactor Auth" not in page
    assert "Manage MFA Settings" not in page
    assert visitor.get(MFA).url.endswith("/psc/account/")


@pytest.mark.parametrize("login_path", [CSO, PSC])
def test_filer_can_skip_and_continue_to_the_page_wanted(visitor, login_path):
    wanted = visitor.rehearsal.mount + "/psc/account/usage/"
    assert log_in(visitor, MAX, path=f"{login_path}?next={wanted}").url.endswith(UPDATE)
    page = text(visitor.get(UPDATE))
    assert "User Update Required" in page
    assert "You can skip 3 more times." in page
    assert visitor.post(UPDATE, SKIP).url == wanted
    assert is_signed_on(visitor)


def test_filer_can_skip_three_times(visitor):
    for left in (
        "You can skip 2 more times.",
        "You can skip 1 more time.",
        "Next time you must enroll",
    ):
        log_in(visitor, MAX)
        visitor.post(UPDATE, SKIP)
        assert left in text(visitor.get(COURTS))
        visitor.post("/cso/logout/")
    log_in(visitor, MAX)
    page = text(visitor.get(UPDATE))
    assert "You must enroll to continue" in page
    assert "bpmSkip" not in page
    assert (
        visitor.post(UPDATE, SKIP).status_code == 200
    )  # nothing is skipped by a page of yesterday
    assert not is_signed_on(visitor)
    assert account_of(visitor.rehearsal).mfa_skips == 3


def test_searcher_can_always_skip(visitor):
    set_skips(visitor, SKYE, 3)
    log_in(visitor, SKYE)
    assert "enrolling is optional" in text(visitor.get(UPDATE))
    assert visitor.post(UPDATE, SKIP).url.endswith(COURTS)
    assert is_signed_on(visitor)


def test_legacy_account_is_not_asked_to_enroll(visitor):
    assert log_in(visitor, NOEL).url.endswith(COURTS)


def test_required_update_closes_other_pages(visitor):
    visitor.at(LIVE)
    set_skips(visitor, MAX, 3)
    log_in(visitor, MAX)
    open_to_him = ("/psc/account/mfa/", "/psc/account/settings/password/", UPDATE)
    closed = [path for path in CLOSED.values() if not path.startswith(open_to_him)]
    closed += [MFA + "remove/1/", MFA + "codes/"]
    assert len(closed) > 10
    for path in closed:
        assert visitor.get(path).url.endswith(UPDATE), path
        assert visitor.post(path).url.endswith(UPDATE), path
    for path in AT_A_COURT.values():
        assert visitor.get(path).status_code in (302, 403), path


def test_court_page_redirects_restricted_user_to_update(visitor):
    visitor.at(LIVE)
    log_in(visitor, MAX)
    answer = visitor.get("/ecf/nmb/cgi-bin/DisplayMenu.pl?Utilities", follow=True)
    assert answer.redirect_chain[-1][0].endswith(UPDATE)


def test_restricted_user_may_open_listed_pages(visitor):
    set_skips(visitor, MAX, 3)
    log_in(visitor, MAX)
    paths = (MFA, MFA + "add/", "/psc/account/settings/password/", "/cso/logout/", "/mail/")
    assert {visitor.get(path).status_code for path in paths} == {200}
    visitor.post("/cso/logout/")
    assert "/login" in visitor.get(UPDATE).url


def test_enrolling_lifts_the_restriction(visitor):
    set_skips(visitor, MAX, 3)
    log_in(visitor, MAX)
    enroll(visitor.rehearsal)
    assert is_signed_on(visitor)
    assert visitor.get(UPDATE).url.endswith(COURTS)


def test_switching_to_2020_lifts_the_restriction(visitor):
    set_skips(visitor, MAX, 3)
    log_in(visitor, MAX)
    play_2020(visitor.rehearsal)
    assert is_signed_on(visitor)


@pytest.mark.parametrize(("days", "is_asked"), [(180, False), (181, True)])
def test_password_older_than_180_days_must_be_changed(visitor, days, is_asked):
    visitor.at(LIVE)
    account = account_of(visitor.rehearsal, SKYE)
    account.password_set_at = LIVE - timedelta(days=days)
    account.save()
    log_in(visitor, SKYE)
    page = text(visitor.get(UPDATE))
    assert ("more than 180 days old" in page) is is_asked
    assert ("bpmSkip" in page) is not is_asked
    assert visitor.post(UPDATE, SKIP).status_code == (200 if is_asked else 302)
    assert PSC_CARD.phone in page


def test_required_password_change_leads_to_the_page_wanted(visitor):
    account = account_of(visitor.rehearsal, SKYE)
    account.password_set_at = LIVE - timedelta(days=200)
    account.save()
    enroll(visitor.rehearsal, SKYE)
    wanted = visitor.rehearsal.mount + "/psc/account/usage/"
    log_in(visitor.at(LIVE), SKYE, path=f"{PSC}?next={wanted}")
    with freeze_time(WALL):
        assert give(visitor, passcode()).url.endswith(UPDATE)
        new = {"password": "Quiet-mesa-top-77", "confirm_password": "Quiet-mesa-top-77"}
        typed = {"current_password": SKYE.password} | new
        assert visitor.post("/psc/account/settings/password/", typed).url == wanted
        assert visitor.get(wanted).status_code == 200


def test_completed_update_is_not_asked_again_in_the_same_sign_on(visitor):
    log_in(visitor, MAX)
    app = enroll(visitor.rehearsal)
    assert is_signed_on(visitor)
    app.delete()
    assert is_signed_on(visitor)


def test_password_change_resets_password_age(visitor):
    account = account_of(visitor.rehearsal, JOHN)
    account.password_set_at = LIVE - timedelta(days=200)
    account.save()
    enroll(visitor.rehearsal, JOHN)
    play_2020(visitor.rehearsal)
    log_in(visitor.at(LIVE), JOHN)
    play_2025(visitor.rehearsal)
    answer = visitor.post(
        "/psc/account/settings/password/",
        {
            "current_password": JOHN.password,
            "new_password": "Quiet-mesa-top-77",
            "password": "Quiet-mesa-top-77",
            "confirm_password": "Quiet-mesa-top-77",
        },
    )
    assert answer.status_code == 302, text(answer)
    assert account_of(visitor.rehearsal, JOHN).password_set_at == LIVE
