"""One place to see one's sign-ons and to end them; and what a browser is told whose sign-on is over."""

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
from tests.support.moments import LIVE

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


def test_the_page_lists_this_accounts_sign_ons_this_browser_first(visitor, other, new_visitor):
    log_in(new_visitor(), NOEL)
    log_in(visitor, JOHN)
    page = visitor.get(PAGE)
    assert [(one.is_this, one.browser) for one in page.context["sign_ons"]] == [
        (True, "Unknown browser"),
        (False, "Firefox on Linux"),
    ]
    assert "This browser" in text(page)


def test_no_key_of_a_session_stands_on_the_page(visitor, other):
    log_in(visitor, JOHN)
    page = text(visitor.get(PAGE))
    assert not [row for row in SignOnSession.objects.all() if row.session_key[:16] in page]


def test_a_sign_on_that_is_over_by_time_is_not_listed(visitor, new_visitor):
    with freeze_time(WALL):
        log_in(new_visitor(), JOHN)
    with freeze_time(WALL + IDLE):
        log_in(visitor, JOHN)
        page = visitor.get(PAGE)
    assert len(page.context["sign_ons"]) == 1
    assert "End all others" not in text(page)


def test_one_can_be_ended_and_the_browser_there_is_told(visitor, other, new_visitor):
    third = new_visitor()
    log_in(third, JOHN)
    log_in(visitor, JOHN)
    with freeze_time(clock.wall_now() - timedelta(minutes=5)):
        other.get(COURTS)
    chosen = [one for one in visitor.get(PAGE).context["sign_ons"] if "Firefox" in one.browser]
    said = text(visitor.post(PAGE, {"end": chosen[0].handle}, follow=True))
    assert "That sign-on was ended." in said
    assert "You have been logged out" in text(other.get(COURTS, follow=True))
    assert is_signed_on(third)
    assert is_signed_on(visitor)
    assert Activity.objects.filter(what="cso.sign_on_ended", detail="1 sign-on ended").count() == 1


def test_all_others_can_be_ended_at_once(visitor, other, new_visitor):
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
def test_what_is_not_there_is_not_ended(visitor, other, typed):
    log_in(visitor, JOHN)
    assert "had already ended" in text(visitor.post(PAGE, typed, follow=True))
    assert is_signed_on(other)


def test_nobody_ends_somebody_elses(visitor, other, new_visitor):
    log_in(visitor, JOHN)
    stolen = handle(visitor.get(PAGE))
    noel = new_visitor()
    log_in(noel, NOEL)
    visitor.rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(
        account_type="upgraded"
    )
    assert "had already ended" in text(noel.post(PAGE, {"end": stolen}, follow=True))
    assert is_signed_on(other)


def test_a_legacy_account_is_led_to_its_upgrade_first(visitor):
    log_in(visitor, NOEL)
    assert "/psc/upgrade/" in visitor.get(PAGE).url


def test_it_stands_among_the_settings(visitor):
    log_in(visitor, JOHN)
    assert f'href="{visitor.rehearsal.mount}{PAGE}"' in text(visitor.get("/psc/account/"))


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_two_browsers_that_end_each_other_at_once_leave_nobody_or_one(rehearsal):
    account = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    stores = []
    with mount.inside_rehearsal(rehearsal):
        for _ in range(2):
            store = SessionStore(None, rehearsal)
            services.complete_sign_on(
                session=store, account=account, at=clock.now(), wall_at=clock.wall_now()
            )
            store.save()
            stores.append(store)
    acts = [lambda store=store: end_others(session=store, at=clock.now()) for store in stores]
    answers = races.at_once(rehearsal, *acts)
    assert sum(answers.values()) == 2
    assert account.sessions.count() == 2 - sum(ended * n for ended, n in answers.items())


def test_the_list_costs_one_query(visitor, other, django_assert_num_queries):
    log_in(visitor, JOHN)
    store = SessionStore(visitor.client.cookies["NextGenCSO"].value, visitor.rehearsal)
    store.load_once()
    with django_assert_num_queries(1):
        assert len(active_sign_ons(store, clock.wall_now())) == 2


# --- what a browser is told whose sign-on is over


@pytest.mark.parametrize("path", [COURTS, "/psc/account/"])
def test_a_session_that_timed_out_says_so_and_leads_back(visitor, path):
    with freeze_time(WALL):
        log_in(visitor, JOHN)
    with freeze_time(WALL + IDLE):
        page = visitor.get(path, follow=True)
        assert "Your session timed out" in text(page)
        assert "was not done" not in text(page)
        back = log_in(visitor, JOHN, path=page.redirect_chain[-1][0])
        assert back.url == visitor.rehearsal.mount + path


@pytest.mark.parametrize("path", ["/psc/account/settings/password/", "/cso/notice/"])
def test_what_was_sent_too_late_is_said_not_to_be_done(visitor, path):
    with freeze_time(WALL):
        log_in(visitor, JOHN)
    with freeze_time(WALL + IDLE):
        page = visitor.post(path, {"x": "canary"}, follow=True)
        assert "Your session timed out" in text(page)
        assert "Your last submission was not saved." in text(page)
        back = log_in(visitor, JOHN, path=page.redirect_chain[-1][0])
        assert back.url == visitor.rehearsal.mount + path
        assert "was not done" not in text(visitor.get(back.url, follow=True))


def test_at_a_court_too(visitor):
    visitor.at(LIVE)
    with freeze_time(WALL):
        log_in(visitor, JOHN)
    with freeze_time(WALL + IDLE):
        page = text(visitor.post("/ecf/nmd/utilities/client-code/", {}, follow=True))
    assert "Your session timed out" in page
    assert "Your last submission was not saved." in page


@pytest.mark.parametrize("path", [COURTS, "/psc/account/"])
def test_a_clerk_who_disables_an_account_is_heard_at_the_next_click(visitor, other, path):
    log_in(visitor, JOHN)
    with mount.inside_rehearsal(visitor.rehearsal):
        set_disabled(account=john(visitor), is_disabled=True, by="clerk", at=clock.now())
    for browser in (visitor, other):
        page = text(browser.get(path, follow=True))
        assert "Your PACER account has been disabled" in page
        assert "(800) 676-6856" in page
        assert not is_signed_on(browser)
    again = text(log_in(visitor, JOHN, path=CSO if path == COURTS else PSC))
    assert "Your PACER account has been disabled" in again


def test_an_account_that_is_opened_again_is_signed_on_nowhere(visitor):
    log_in(visitor, JOHN)
    with mount.inside_rehearsal(visitor.rehearsal):
        set_disabled(account=john(visitor), is_disabled=True, by="clerk", at=clock.now())
        set_disabled(account=john(visitor), is_disabled=False, by="clerk", at=clock.now())
    assert "You have been logged out" in text(visitor.get(COURTS, follow=True))
    log_in(visitor, JOHN)
    assert is_signed_on(visitor)


def test_a_stranger_is_told_of_no_session(visitor):
    page = text(visitor.get(COURTS, follow=True))
    assert "timed out" not in page
    assert "You have been logged out" not in page


def test_the_address_of_a_login_can_be_made_to_say_no_more_than_two_sentences(visitor):
    page = text(visitor.get(f"{CSO}?{urlencode({'lost': '<b>canary', 'ended': 'canary'})}"))
    assert "canary" not in page
