"""Sessions: keys, cookies, and how a sign-on ends."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from freezegun import freeze_time

from cso.models import SignOnSession
from cso.sign_on import services
from rehearsals.models import Activity
from rehearsals.web import mount
from tests.support.cast import JOHN, NOEL
from tests.support.login_pages import COURTS, CSO, PSC, is_signed_on, log_in, row
from tests.support.moments import DAY_TWO, FIRST_RUSH, JUST_BEFORE_LIVE, LIVE, REMINDER, SEED_MOMENT
from tests.support.visitor import Visitor, hold

pytestmark = pytest.mark.django_db

WALL = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
IDLE = timedelta(minutes=30)
MAX = timedelta(hours=12)


def cookie(visitor: Visitor):
    return visitor.client.cookies["NextGenCSO"]


def with_key(rehearsal, key: str) -> Visitor:
    """A browser that presents this key in this rehearsal."""
    browser = Visitor(rehearsal, Client())
    browser.client.cookies["NextGenCSO"] = key
    return browser


def test_session_key_has_128_characters_and_cookie_path_is_the_mount(visitor):
    log_in(visitor, NOEL)
    morsel = cookie(visitor)
    assert len(morsel.value) == 128
    assert morsel.value.isalnum()
    assert morsel["path"] == visitor.rehearsal.mount + "/"
    assert morsel["httponly"]
    assert morsel["samesite"] == "Lax"
    assert not morsel["max-age"]  # gone with the browser


@pytest.mark.parametrize("is_https", [True, False])
def test_cookie_is_secure_when_site_uses_https(visitor, settings, is_https):
    settings.SESSION_COOKIE_SECURE = is_https
    log_in(visitor, NOEL)
    assert bool(cookie(visitor)["secure"]) is is_https


@pytest.mark.parametrize("path", [CSO, PSC, "/cso/logout/", "/cso/forgot-password/"])
def test_public_page_creates_no_session(visitor, path):
    visitor.get(path)
    assert "NextGenCSO" not in visitor.client.cookies
    assert not SignOnSession.objects.exists()


def test_sign_on_creates_new_key_and_ignores_planted_key(visitor):
    visitor.client.cookies["NextGenCSO"] = "a" * 128
    log_in(visitor, NOEL)
    first = cookie(visitor).value
    assert first != "a" * 128
    log_in(visitor, NOEL)
    assert cookie(visitor).value != first
    assert not is_signed_on(with_key(visitor.rehearsal, first))
    assert not is_signed_on(with_key(visitor.rehearsal, "a" * 128))
    assert SignOnSession.objects.count() == 1


@pytest.mark.parametrize("other_first", [True, False])
def test_session_key_is_invalid_in_another_rehearsal(rehearsal, other_rehearsal, other_first):
    rehearsals = [rehearsal, other_rehearsal]
    there, here = rehearsals if other_first else rehearsals[::-1]
    owner = Visitor(there, Client())
    log_in(owner, NOEL)
    assert not is_signed_on(with_key(here, cookie(owner).value))
    assert is_signed_on(owner)


def test_presenting_another_rehearsals_key_does_not_end_its_session(rehearsal, other_rehearsal):
    owner = Visitor(rehearsal, Client())
    log_in(owner, NOEL)
    browser = with_key(other_rehearsal, cookie(owner).value)
    log_in(browser, JOHN)
    browser.post("/cso/logout/")
    assert is_signed_on(owner)


def test_account_cannot_sign_on_in_another_rehearsal(rehearsal, other_rehearsal):
    other_rehearsal.pacer_accounts.named(NOEL.username).delete()
    visitor = Visitor(other_rehearsal)
    log_in(visitor, NOEL)
    assert not is_signed_on(visitor)


def test_one_browser_has_separate_sign_ons_per_rehearsal(rehearsal, other_rehearsal):
    browser = Client()
    here, there = Visitor(rehearsal, browser), Visitor(other_rehearsal, browser)
    with mount.inside_rehearsal(rehearsal):
        noel = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    log_in(here, NOEL)
    browser.cookies.clear()  # as a browser that keeps one cookie per path
    log_in(there, JOHN)
    assert {one.pacer_account for one in SignOnSession.objects.filter(rehearsal=rehearsal)} == {
        noel
    }
    assert {one.pacer_account.username for one in other_rehearsal.sessions.all()} == {JOHN.username}


def test_another_accounts_sign_on_replaces_the_first(visitor):
    log_in(visitor, NOEL, client_code="NOELS-BILL")
    log_in(visitor, JOHN)
    assert row().pacer_account.username == JOHN.username
    assert b"NOELS-BILL" not in visitor.get(COURTS).content


def test_unfinished_work_is_deleted_when_another_account_signs_on(visitor):
    log_in(visitor, NOEL)
    session = row().get_decoded() | {"draft:upgrade": "noels", "persona": "p01", "help_off": True}
    session_row = row()
    session_row.session_data = SignOnSession.objects.encode(session)
    session_row.save()
    log_in(visitor, JOHN)
    after = row().get_decoded()
    assert "draft:upgrade" not in after
    assert after["persona"] == "p01"
    assert after["help_off"] is True


def test_client_code_is_stored_in_session_not_cookie(visitor):
    log_in(visitor, NOEL, client_code="SMITH-0301")
    assert row().get_decoded()["client_code"] == "SMITH-0301"
    assert b"SMITH-0301" in visitor.get(COURTS).content
    assert not [one for one in visitor.client.cookies.values() if "SMITH" in one.OutputString()]


@pytest.mark.parametrize(
    ("pauses", "still_on"),
    [
        ([IDLE], True),
        ([IDLE + SECOND], False),
        ([IDLE - SECOND] * 3, True),
        ([timedelta(minutes=20)] * 36, True),  # exactly 12 hours, never idle
        ([timedelta(minutes=20)] * 36 + [SECOND], False),
    ],
)
def test_sign_on_expires_by_wall_time(visitor, pauses, still_on):
    with freeze_time(WALL) as wall:
        log_in(visitor, NOEL)
        for pause in pauses:
            wall.tick(pause)
            answer = visitor.get(COURTS)
    assert (answer.status_code == 200) is still_on


def test_moving_the_clock_within_a_day_keeps_sign_on(visitor):
    visitor.at(LIVE)
    log_in(visitor, NOEL)
    for moment in (FIRST_RUSH, JUST_BEFORE_LIVE, LIVE):
        assert is_signed_on(visitor.at(moment))


def test_moving_the_court_clock_does_not_revive_sign_on(visitor):
    with freeze_time(WALL):
        log_in(visitor, NOEL)
    with freeze_time(WALL + MAX + SECOND):
        for moment in (REMINDER, DAY_TWO):
            assert not is_signed_on(visitor.at(moment))


@pytest.mark.parametrize(("path", "login"), [("/cso/courts/", CSO), ("/psc/account/", PSC)])
def test_lapsed_sign_on_is_explained_and_leads_back(visitor, path, login):
    with freeze_time(WALL):
        log_in(visitor, NOEL, client_code="NOELS-BILL")
    with freeze_time(WALL + IDLE + SECOND):
        sent = visitor.get(path)
        assert sent.url.startswith(visitor.rehearsal.mount + login)
        page = visitor.get(sent.url)
        assert b"Your session timed out" in page.content
        back = visitor.post(sent.url, {"username": NOEL.username, "password": NOEL.password})
        assert back.url == visitor.rehearsal.mount + path
        assert b"Your session timed out" not in visitor.get(CSO, follow=True).content
    assert row().get_decoded()["client_code"] == ""


def test_disabled_account_is_signed_off_on_next_request(visitor):
    log_in(visitor, NOEL)
    visitor.rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(is_disabled=True)
    assert not is_signed_on(visitor)


@pytest.mark.parametrize("path", ["/cso/logout/", "/psc/logout/"])
def test_logout_invalidates_copied_cookie(visitor, path):
    log_in(visitor, NOEL)
    browser = with_key(visitor.rehearsal, cookie(visitor).value)
    assert is_signed_on(browser)
    visitor.post(path)
    assert not is_signed_on(visitor)
    assert not is_signed_on(browser)
    assert not SignOnSession.objects.filter(pacer_account__isnull=False).exists()
    assert Activity.objects.filter(what="cso.sign_off", who=f"PACER {NOEL.number}").count() == 1


def test_logout_keeps_only_the_persona(visitor):
    log_in(visitor, NOEL)
    session_row = row()
    session_row.session_data = SignOnSession.objects.encode(
        session_row.get_decoded() | {"legacy_sign_ins": {"nmd": {}}, "draft:x": 1, "persona": "p01"}
    )
    session_row.save()
    visitor.post("/cso/logout/")
    assert SignOnSession.objects.get().get_decoded() == {"persona": "p01"}


def test_logout_keeps_sign_ons_in_other_browsers(visitor, new_visitor):
    colleague = new_visitor()
    log_in(visitor, NOEL)
    log_in(colleague, NOEL)
    visitor.post("/cso/logout/")
    assert is_signed_on(colleague)


def test_end_sign_ons_ends_all_of_one_account(visitor, new_visitor):
    others = [new_visitor(), new_visitor()]
    for browser in (visitor, *others):
        log_in(browser, NOEL)
    john = new_visitor()
    log_in(john, JOHN)
    noel = visitor.rehearsal.pacer_accounts.get(account_number=NOEL.number)
    with mount.inside_rehearsal(visitor.rehearsal):
        assert services.end_sign_ons(noel) == 3
    assert not [browser for browser in (visitor, *others) if is_signed_on(browser)]
    assert is_signed_on(john)


def test_slow_request_cannot_restore_sign_on_after_logout(visitor):
    """A slow page that read its session first and saves it last finds no row to save to."""
    from django.contrib.sessions.backends.base import UpdateError

    from cso.sign_on.sessions import SessionStore

    log_in(visitor, NOEL)
    slow = SessionStore(cookie(visitor).value, visitor.rehearsal)
    slow["half-done"] = "form"
    visitor.post("/cso/logout/")
    with pytest.raises(UpdateError):
        slow.save()
    assert not is_signed_on(visitor)


def test_staff_and_persona_sessions_share_a_browser(visitor):
    staff = User.objects.create_superuser("trainer", password="Trainer-Of-Many-9")
    visitor.client.force_login(staff)
    log_in(visitor, NOEL)
    assert visitor.client.get("/staff/rehearsals/").status_code == 200
    assert is_signed_on(visitor)
    visitor.post("/cso/logout/")
    assert visitor.client.get("/staff/rehearsals/").status_code == 200
    assert not is_signed_on(visitor)


def test_sign_on_keeps_csrf_token(rehearsal):
    """One CSRF token serves every rehearsal of this browser: signing on does not replace it."""
    browser = Client(enforce_csrf_checks=True)
    tab = Visitor(rehearsal, browser)
    token = tab.get(PSC).context["csrf_token"]
    secret = browser.cookies["csrftoken"].value
    log_in(tab, NOEL, csrfmiddlewaretoken=str(token))
    assert is_signed_on(tab)
    assert browser.cookies["csrftoken"].value == secret


def test_pages_of_signed_on_user_are_not_cached(visitor):
    log_in(visitor, NOEL)
    assert "no-store" in visitor.get(COURTS).headers["Cache-Control"]
    visitor.post("/cso/logout/")
    assert "no-store" not in visitor.get("/www/nmd/").headers.get("Cache-Control", "")


def test_each_rehearsal_has_its_own_court_clock(rehearsal, other_rehearsal):
    here, there = Visitor(rehearsal, Client()), Visitor(other_rehearsal, Client())
    hold(rehearsal, LIVE)
    hold(other_rehearsal, SEED_MOMENT)
    log_in(here, NOEL)
    log_in(there, NOEL)
    name = b"District of New Mexico - Document Filing System"
    assert name in here.get(COURTS).content
    assert there.get(COURTS).content.count(b"<li>") > 0
    assert b"uses its own login until" in there.get(COURTS).content
