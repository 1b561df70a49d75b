"""Manage My Sign-Ons, and what a browser shows after its sign-on ended."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from freezegun import freeze_time

from cso.active_sign_ons.queries import active_sign_ons
from cso.active_sign_ons.services import end_others
from cso.models import SignOnSession
from cso.sign_on import services
from cso.sign_on.sessions import SessionStore
from pacer_accounts.profile.services import set_disabled
from rehearsals.clock import clock
from rehearsals.models import Activity
from rehearsals.web import mount
from tests.support import races
from tests.support.cast import JOHN, NOEL
from tests.support.login_pages import COURTS, CSO, PSC, is_signed_on, log_in
from tests.support.moments import LIVE, SEED_MOMENT

pytestmark = pytest.mark.django_db

PAGE = "/psc/account/sign-ons/"
WALL = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
IDLE = timedelta(minutes=30, seconds=1)
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:74.0) Gecko/20100101 Firefox/74.0"


def text(answer) -> str:
    return answer.content.decode()


def john(visitor):
    return visitor.rehearsal.pacer_accounts.get(account_number=JOHN.number)


def handle(page) -> str:
    return next(one.handle for one in page.context["sign_ons"] if not one.is_this)


@pytest.fixture
def other(new_visitor):
    """John at another computer."""
    browser = new_visitor()
    browser.client.defaults["HTTP_USER_AGENT"] = FIREFOX
    log_in(browser, JOHN)
    return browser


def test_page_lists_own_sign_ons_this_browser_first(visitor, other, new_visitor):
    log_in(new_visitor(), NOEL)
    log_in(visitor, JOHN)
    page = visitor.get(PAGE)
    assert [(one.is_this, one.browser) for one in page.context["sign_ons"]] == [
        (True, "Unknown browser"),
        (False, "Firefox on Linux"),
    ]
    assert "This browser" in text(page)


def test_page_does_not_show_session_keys(visitor, other):
    log_in(visitor, JOHN)
    page = text(visitor.get(PAGE))
    assert not [row for row in SignOnSession.objects.all() if row.session_key[:16] in page]


def test_expired_sign_on_is_not_listed(visitor, new_visitor):
    with freeze_time(WALL):
        log_in(new_visitor(), JOHN)
    with freeze_time(WALL + IDLE):
        log_in(visitor, JOHN)
        page = visitor.get(PAGE)
    assert len(page.context["sign_ons"]) == 1
    assert "End all others" not in text(page)


def test_ended_sign_on_is_explained_in_its_browser(visitor, other, new_visitor):
    third = new_visitor()
    log_in(third, JOHN)
    log_in(visitor, JOHN)
    with freeze_time(clock.wall_now() - timedelta(minutes=5)):
        other.get(COURTS)
    chosen = [one for one in visitor.get(PAGE).context["sign_ons"] if "Firefox" in one.browser]
    page = text(visitor.post(PAGE, {"end": chosen[0].handle}, follow=True))
    assert "That sign-on was ended." in page
    assert "You have been logged out" in text(other.get(COURTS, follow=True))
    assert is_signed_on(third)
    assert is_signed_on(visitor)
    assert Activity.objects.filter(what="cso.sign_on_ended", detail="1 sign-on ended").count() == 1


def test_all_other_sign_ons_can_be_ended(visitor, other, new_visitor):
    noel = new_visitor()
    log_in(noel, NOEL)
    log_in(new_visitor(), JOHN)
    log_in(visitor, JOHN)
    assert "2 other sign-ons were ended." in text(visitor.post(PAGE, {"others": 1}, follow=True))
    assert "There were no other sign-ons to end." in text(
        visitor.post(PAGE, {"others": 1}, follow=True)
    )
    assert not is_signed_on(other)
    assert is_signed_on(visitor)
    assert is_signed_on(noel)


@pytest.mark.parametrize("typed", [{}, {"end": ""}, {"end": "no-such"}, {"end": "ü"}])
def test_unknown_handle_ends_nothing(visitor, other, typed):
    log_in(visitor, JOHN)
    assert "had already ended" in text(visitor.post(PAGE, typed, follow=True))
    assert is_signed_on(other)


def test_sign_on_of_another_account_cannot_be_ended(visitor, other, new_visitor):
    log_in(visitor, JOHN)
    stolen = handle(visitor.get(PAGE))
    noel = new_visitor()
    log_in(noel, NOEL)
    visitor.rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(
        account_type="upgraded"
    )
    assert "had already ended" in text(noel.post(PAGE, {"end": stolen}, follow=True))
    assert is_signed_on(other)


def test_legacy_account_is_redirected_to_upgrade(visitor):
    log_in(visitor, NOEL)
    assert "/psc/upgrade/" in visitor.get(PAGE).url


def test_settings_tab_lists_sign_ons(visitor):
    log_in(visitor, JOHN)
    assert f'href="{visitor.rehearsal.mount}{PAGE}"' in text(visitor.get("/psc/account/"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_browsers_that_end_each_other_leave_at_most_one(rehearsal):
    account = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    stores = []
    with mount.inside_rehearsal(rehearsal):
        for _ in range(2):
            store = SessionStore(None, rehearsal)
            services.complete_sign_on(
                session=store, account=account, at=SEED_MOMENT, wall_at=clock.wall_now()
            )
            store.save()
            stores.append(store)
    acts = [lambda store=store: end_others(session=store, at=SEED_MOMENT) for store in stores]
    answers = races.at_once(rehearsal, *acts)
    assert sum(answers.values()) == 2
    assert account.sessions.count() == 2 - sum(ended * n for ended, n in answers.items())


def test_sign_on_list_runs_one_query(visitor, other, django_assert_num_queries):
    log_in(visitor, JOHN)
    store = SessionStore(visitor.client.cookies["NextGenCSO"].value, visitor.rehearsal)
    store.load_once()
    with django_assert_num_queries(1):
        assert len(active_sign_ons(store, clock.wall_now())) == 2


# --- after a sign-on ended


@pytest.mark.parametrize("path", [COURTS, "/psc/account/"])
def test_timed_out_session_is_explained_and_leads_back(visitor, path):
    with freeze_time(WALL):
        log_in(visitor, JOHN)
    with freeze_time(WALL + IDLE):
        page = visitor.get(path, follow=True)
        assert "Your session timed out" in text(page)
        assert "was not done" not in text(page)
        back = log_in(visitor, JOHN, path=page.redirect_chain[-1][0])
        assert back.url == visitor.rehearsal.mount + path


@pytest.mark.parametrize("path", ["/psc/account/settings/password/", "/cso/notice/"])
def test_late_submission_is_reported_as_not_saved(visitor, path):
    with freeze_time(WALL):
        log_in(visitor, JOHN)
    with freeze_time(WALL + IDLE):
        page = visitor.post(path, {"x": "canary"}, follow=True)
        assert "Your session timed out" in text(page)
        assert "Your last submission was not saved." in text(page)
        back = log_in(visitor, JOHN, path=page.redirect_chain[-1][0])
        assert back.url == visitor.rehearsal.mount + path
        assert "was not done" not in text(visitor.get(back.url, follow=True))


def test_late_submission_at_a_court_is_reported_as_not_saved(visitor):
    visitor.at(LIVE)
    with freeze_time(WALL):
        log_in(visitor, JOHN)
    with freeze_time(WALL + IDLE):
        page = text(visitor.post("/ecf/nmd/utilities/client-code/", {}, follow=True))
    assert "Your session timed out" in page
    assert "Your last submission was not saved." in page


@pytest.mark.parametrize("path", [COURTS, "/psc/account/"])
def test_disabled_account_is_told_on_next_request(visitor, other, path):
    log_in(visitor, JOHN)
    with mount.inside_rehearsal(visitor.rehearsal):
        set_disabled(account=john(visitor), is_disabled=True, by="clerk", at=SEED_MOMENT)
    for browser in (visitor, other):
        page = text(browser.get(path, follow=True))
        assert "Your PACER account has been disabled" in page
        assert "(800) 676-6856" in page
        assert not is_signed_on(browser)
    again = text(log_in(visitor, JOHN, path=CSO if path == COURTS else PSC))
    assert "Your PACER account has been disabled" in again


def test_reenabled_account_has_no_sign_ons(visitor):
    log_in(visitor, JOHN)
    with mount.inside_rehearsal(visitor.rehearsal):
        set_disabled(account=john(visitor), is_disabled=True, by="clerk", at=SEED_MOMENT)
        set_disabled(account=john(visitor), is_disabled=False, by="clerk", at=SEED_MOMENT)
    assert "You have been logged out" in text(visitor.get(COURTS, follow=True))
    log_in(visitor, JOHN)
    assert is_signed_on(visitor)


def test_visitor_without_session_sees_no_explanation(visitor):
    page = text(visitor.get(COURTS, follow=True))
    assert "timed out" not in page
    assert "You have been logged out" not in page


def test_login_url_parameters_show_only_known_messages(visitor):
    page = text(visitor.get(f"{CSO}?{urlencode({'lost': '<b>canary', 'ended': 'canary'})}"))
    assert "canary" not in page
