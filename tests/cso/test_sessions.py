"""A sign-on is a row: one world's, one browser's, ended by wall time or by deleting it."""

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
from tests.support.moments import DAY_TWO, LIVE, REMINDER, SEED_MOMENT, WEEKEND
from tests.support.visitor import Visitor, hold

pytestmark = pytest.mark.django_db

WALL = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
IDLE = timedelta(minutes=30)
MAX = timedelta(hours=12)


def cookie(visitor: Visitor):
    return visitor.client.cookies["NextGenCSO"]


def with_key(world, key: str) -> Visitor:
    """A browser that presents this key in this world."""
    thief = Visitor(world, Client())
    thief.client.cookies["NextGenCSO"] = key
    return thief


def test_the_key_has_128_characters_and_the_cookie_stays_in_its_world(visitor):
    log_in(visitor, NOEL)
    made = cookie(visitor)
    assert len(made.value) == 128
    assert made.value.isalnum()
    assert made["path"] == visitor.rehearsal.mount + "/"
    assert made["httponly"]
    assert made["samesite"] == "Lax"
    assert not made["max-age"]  # gone with the browser


@pytest.mark.parametrize("is_https", [True, False])
def test_the_cookie_is_secure_exactly_where_the_site_is(visitor, settings, is_https):
    settings.SESSION_COOKIE_SECURE = is_https
    log_in(visitor, NOEL)
    assert bool(cookie(visitor)["secure"]) is is_https


@pytest.mark.parametrize("path", [CSO, PSC, "/cso/logout/", "/cso/forgot-password/"])
def test_a_stranger_who_only_looks_gets_no_session(visitor, path):
    visitor.get(path)
    assert "NextGenCSO" not in visitor.client.cookies
    assert not SignOnSession.objects.exists()


def test_signing_on_makes_a_new_key_and_the_planted_one_is_worth_nothing(visitor):
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
def test_a_key_is_nobodys_in_another_world(rehearsal, other_rehearsal, other_first):
    worlds = [rehearsal, other_rehearsal]
    there, here = worlds if other_first else worlds[::-1]
    owner = Visitor(there, Client())
    log_in(owner, NOEL)
    assert not is_signed_on(with_key(here, cookie(owner).value))
    assert is_signed_on(owner)


def test_presenting_another_worlds_key_does_not_harm_it(rehearsal, other_rehearsal):
    owner = Visitor(rehearsal, Client())
    log_in(owner, NOEL)
    thief = with_key(other_rehearsal, cookie(owner).value)
    log_in(thief, JOHN)
    thief.post("/cso/logout/")
    assert is_signed_on(owner)


def test_an_account_of_one_world_cannot_sign_on_in_another(rehearsal, other_rehearsal):
    other_rehearsal.pacer_accounts.named(NOEL.username).delete()
    stranger = Visitor(other_rehearsal)
    log_in(stranger, NOEL)
    assert not is_signed_on(stranger)


def test_two_worlds_in_one_browser_know_two_people(rehearsal, other_rehearsal):
    browser = Client()
    here, there = Visitor(rehearsal, browser), Visitor(other_rehearsal, browser)
    with mount.inside_rehearsal(rehearsal):
        noel = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    log_in(here, NOEL)
    browser.cookies.clear()  # as a browser that keeps one cookie per path
    log_in(there, JOHN)
    assert {held.pacer_account for held in SignOnSession.objects.filter(rehearsal=rehearsal)} == {
        noel
    }
    assert {held.pacer_account.username for held in other_rehearsal.sessions.all()} == {
        JOHN.username
    }


def test_another_accounts_sign_on_replaces_the_first(visitor):
    log_in(visitor, NOEL, client_code="NOELS-BILL")
    log_in(visitor, JOHN)
    assert row().pacer_account.username == JOHN.username
    assert b"NOELS-BILL" not in visitor.get(COURTS).content


def test_what_one_person_left_half_done_is_not_the_next_persons(visitor):
    log_in(visitor, NOEL)
    session = row().get_decoded() | {"draft:upgrade": "noels", "persona": "p01", "help_off": True}
    held = row()
    held.session_data = SignOnSession.objects.encode(session)
    held.save()
    log_in(visitor, JOHN)
    after = row().get_decoded()
    assert "draft:upgrade" not in after
    assert after["persona"] == "p01"
    assert after["help_off"] is True


def test_the_client_code_is_kept_with_the_session_and_not_in_a_cookie(visitor):
    log_in(visitor, NOEL, client_code="SMITH-0301")
    assert row().get_decoded()["client_code"] == "SMITH-0301"
    assert b"SMITH-0301" in visitor.get(COURTS).content
    assert not [held for held in visitor.client.cookies.values() if "SMITH" in held.OutputString()]


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
def test_a_sign_on_ends_by_wall_time_alone(visitor, pauses, still_on):
    with freeze_time(WALL) as wall:
        log_in(visitor, NOEL)
        for pause in pauses:
            wall.tick(pause)
            answer = visitor.get(COURTS)
    assert (answer.status_code == 200) is still_on


@pytest.mark.parametrize(
    "moves",
    [[DAY_TWO, REMINDER], [REMINDER], [LIVE, SEED_MOMENT, WEEKEND, DAY_TWO, REMINDER, LIVE]],
)
def test_moving_the_court_clock_signs_nobody_off(visitor, moves):
    log_in(visitor, NOEL)
    for moment in moves:
        visitor.at(moment)
        assert is_signed_on(visitor)


def test_a_court_clock_that_moves_does_not_revive_a_sign_on_either(visitor):
    with freeze_time(WALL):
        log_in(visitor, NOEL)
    with freeze_time(WALL + MAX + SECOND):
        for moment in (REMINDER, DAY_TWO):
            assert not is_signed_on(visitor.at(moment))


@pytest.mark.parametrize(("path", "login"), [("/cso/courts/", CSO), ("/psc/account/", PSC)])
def test_a_lapsed_sign_on_is_explained_and_leads_back(visitor, path, login):
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


def test_a_disabled_account_is_signed_off_at_its_next_page(visitor):
    log_in(visitor, NOEL)
    visitor.rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(is_disabled=True)
    assert not is_signed_on(visitor)


@pytest.mark.parametrize("path", ["/cso/logout/", "/psc/logout/"])
def test_logging_out_ends_it_everywhere_and_a_copied_cookie_dies(visitor, path):
    log_in(visitor, NOEL)
    thief = with_key(visitor.rehearsal, cookie(visitor).value)
    assert is_signed_on(thief)
    visitor.post(path)
    assert not is_signed_on(visitor)
    assert not is_signed_on(thief)
    assert not SignOnSession.objects.filter(pacer_account__isnull=False).exists()
    assert Activity.objects.filter(what="cso.sign_off", who=f"PACER {NOEL.number}").count() == 1


def test_logging_out_ends_court_sign_ins_and_half_done_work_but_not_who_practises(visitor):
    log_in(visitor, NOEL)
    held = row()
    held.session_data = SignOnSession.objects.encode(
        held.get_decoded() | {"legacy_sign_ins": {"nmd": {}}, "draft:x": 1, "persona": "p01"}
    )
    held.save()
    visitor.post("/cso/logout/")
    assert SignOnSession.objects.get().get_decoded() == {"persona": "p01"}


def test_logging_out_in_one_browser_leaves_the_colleagues_alone(visitor, new_visitor):
    colleague = new_visitor()
    log_in(visitor, NOEL)
    log_in(colleague, NOEL)
    visitor.post("/cso/logout/")
    assert is_signed_on(colleague)


def test_all_sign_ons_of_an_account_can_be_ended_at_once(visitor, new_visitor):
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


def test_a_request_from_before_the_logout_cannot_bring_the_sign_on_back(visitor):
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


def test_staff_and_a_person_of_the_story_share_a_browser(visitor):
    staff = User.objects.create_superuser("trainer", password="Trainer-Of-Many-9")
    visitor.client.force_login(staff)
    log_in(visitor, NOEL)
    assert visitor.client.get("/admin/").status_code == 200
    assert is_signed_on(visitor)
    visitor.post("/cso/logout/")
    assert visitor.client.get("/admin/").status_code == 200
    assert not is_signed_on(visitor)


def test_a_staff_form_open_in_another_tab_survives_a_sign_on(rehearsal):
    """One CSRF token serves every world of this browser: signing on does not replace it."""
    browser = Client(enforce_csrf_checks=True)
    tab = Visitor(rehearsal, browser)
    token = tab.get(PSC).context["csrf_token"]
    secret = browser.cookies["csrftoken"].value
    log_in(tab, NOEL, csrfmiddlewaretoken=str(token))
    assert is_signed_on(tab)
    assert browser.cookies["csrftoken"].value == secret


def test_pages_of_a_signed_on_person_are_not_kept_by_the_browser(visitor):
    log_in(visitor, NOEL)
    assert "no-store" in visitor.get(COURTS).headers["Cache-Control"]
    visitor.post("/cso/logout/")
    assert "no-store" not in visitor.get("/www/nmd/").headers.get("Cache-Control", "")


def test_the_court_clock_of_one_world_is_not_anothers(rehearsal, other_rehearsal):
    here, there = Visitor(rehearsal, Client()), Visitor(other_rehearsal, Client())
    log_in(here, NOEL)
    log_in(there, NOEL)
    hold(rehearsal, LIVE)
    hold(other_rehearsal, SEED_MOMENT)
    name = b"District of New Mexico - Document Filing System"
    assert name in here.get(COURTS).content
    assert there.get(COURTS).content.count(b"<li>") > 0
    assert b"uses its own login until" in there.get(COURTS).content
