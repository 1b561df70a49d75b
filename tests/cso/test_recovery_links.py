"""The e-mailed link that resets a forgotten PACER password."""

from datetime import timedelta

import pytest
from freezegun import freeze_time

from cso.recovery import services as recovery
from cso.recovery.links import make_link
from cso.recovery.rules import RecoveryRefusal
from cso.sign_on.sessions import SessionStore
from rehearsals import services
from rehearsals.clock import clock
from rehearsals.clock.clock import wall_now
from rehearsals.models import Activity, Mail
from rehearsals.web import mount
from tests.support import races
from tests.support.cast import JOHN, WALTER
from tests.support.login_pages import fail, is_signed_on, log_in
from tests.support.moments import SEED_MOMENT
from tests.support.recovery_pages import (
    BY_NUMBER,
    NEW,
    SECOND,
    WALL,
    WRONG,
    ask,
    emails,
    mailed_link,
    set_new,
    text,
)
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(visitor) -> str:
    with freeze_time(WALL):
        ask(visitor, BY_NUMBER)
        return mailed_link(visitor)


def is_dead(visitor, url: str) -> bool:
    """Both ways in say so."""
    states = {visitor.get(url, follow=True).status_code, set_new(visitor, url).status_code}
    assert len(states) == 1, states
    return states == {410}


@pytest.mark.parametrize(
    ("after", "dead"),
    [(timedelta(hours=24) - SECOND, False), (timedelta(hours=24), True), (-SECOND, True)],
)
def test_link_expires_after_24_hours_of_wall_time(visitor, link, after, dead):
    with freeze_time(WALL + after):
        assert is_dead(visitor, link) is dead


def test_token_leaves_the_url_and_the_page_works_in_this_browser_only(visitor, new_visitor, link):
    with freeze_time(WALL):
        new_visitor().get(link, follow=True)  # a mail scanner's look doesn't use it up
        shown = visitor.get(link).url
        assert link.split("/")[-2] not in shown
        assert [visitor.get(shown).status_code for _ in range(2)] == [200, 200]
        assert new_visitor().get(shown).status_code == 410
        assert "Your PACER password was reset" in text(set_new(visitor, shown))
        assert visitor.get(shown).status_code == 410


def test_link_works_once(visitor, link):
    with freeze_time(WALL):
        set_new(visitor, link)
        assert is_dead(visitor, link)


def test_newer_link_replaces_older_one(visitor, link, new_visitor):
    with freeze_time(WALL + SECOND):
        ask(new_visitor(), BY_NUMBER)
        assert is_dead(visitor, link)
        assert not is_dead(visitor, mailed_link(visitor))


@pytest.mark.parametrize("change", [{"password": "md5$x$y"}, {"is_disabled": True}])
def test_link_ends_when_password_changes_or_account_is_disabled(visitor, link, change):
    visitor.rehearsal.pacer_accounts.filter(account_number=WALTER.number).update(**change)
    with freeze_time(WALL):
        assert is_dead(visitor, link)


def test_link_works_only_in_its_rehearsal_until_reset(visitor, link, other_rehearsal):
    token = link.rpartition("/reset-password/")[2]
    with freeze_time(WALL):
        assert Visitor(other_rehearsal).get(f"/cso/reset-password/{token}").status_code == 410
        with mount.inside_rehearsal(visitor.rehearsal):
            services.reset(visitor.rehearsal, wall_at=wall_now())
        assert is_dead(visitor, link)


def test_truncated_link_does_not_work(visitor, link):
    with freeze_time(WALL):
        assert visitor.get(link[:-2] + "/").status_code == 410
        assert visitor.get("/cso/reset-password/x/").status_code == 410


@pytest.mark.parametrize(
    ("new", "again", "message"),
    [
        ("short1!", "short1!", "at least 8"),
        ("Practitioner7!", "Practitioner7!", "must not contain any part"),
        (NEW, NEW + "x", "do not match"),
        ("", "", "Enter New Password."),
    ],
)
def test_new_password_follows_registration_rules(visitor, link, new, again, message):
    with freeze_time(WALL):
        page = visitor.post(link, {"password": new, "confirm_password": again})
        assert message in text(page)
        assert new == "" or f'"{new}"' not in text(page)
        assert not is_dead(visitor, link)


def test_new_password_follows_2025_rules_in_2025(visitor, link):
    visitor.rehearsal.era = "2025"
    visitor.rehearsal.save(update_fields=["era"])
    with freeze_time(WALL):
        page = visitor.post(link, {"password": "Short-7!", "confirm_password": "Short-7!"})
    assert "at least 14" in text(page)


def test_password_reset_ends_sign_ons_and_clears_locks(visitor, link, new_visitor):
    with freeze_time(WALL):
        elsewhere = new_visitor()
        log_in(elsewhere, WALTER)
        fail(visitor, WALTER.username, 5)
        for _ in range(4):
            ask(new_visitor(), BY_NUMBER, WRONG)
        set_new(visitor, link)
        assert not is_signed_on(elsewhere)
        log_in(visitor, username=WALTER.username, password=NEW)
        assert is_signed_on(visitor)
        for _ in range(5):
            assert "If your answers" in text(ask(new_visitor(), BY_NUMBER))


def test_password_reset_keeps_other_accounts_sign_on(visitor, link):
    with freeze_time(WALL):
        log_in(visitor, JOHN)
        set_new(visitor, link)
        assert is_signed_on(visitor)


def test_password_reset_sends_email_and_is_logged(visitor, link):
    with freeze_time(WALL):
        set_new(visitor, link)
    assert emails(visitor)[-1] == (WALTER.email, "Your PACER password was reset")
    walter = f"PACER {WALTER.number}"
    kept = Activity.objects.filter(what__startswith="cso.").order_by("pk")
    assert [(line.what, line.who, line.outcome) for line in kept] == [
        ("cso.recovery_asked", walter, "done"),
        ("cso.password_recovered", walter, "done"),
    ]


def test_dead_mailbox_gets_no_link(visitor):
    walter = visitor.rehearsal.pacer_accounts.get(account_number=WALTER.number)
    walter.email = "walter@oldfirm.example.net"
    walter.save()
    page = ask(visitor, {"email": walter.email, "account_number": WALTER.number})
    assert "If your answers are correct" in text(page)
    assert not Mail.objects.get().is_delivered


# --- at the same moment


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_simultaneous_use_of_one_link_succeeds_once(rehearsal):
    account = rehearsal.pacer_accounts.get(account_number=WALTER.number)
    token = make_link(account, clock.wall_now())

    def use(new: str) -> str:
        at = {"at": SEED_MOMENT, "wall_at": clock.wall_now()}
        recovery.set_password(rehearsal=rehearsal, token=token, new=new, **at)
        return new

    answers = races.at_once(rehearsal, lambda: use(NEW), lambda: use(NEW + "2"))
    assert answers.pop(RecoveryRefusal.LINK_DEAD) == 1
    account.refresh_from_db()
    assert [account.has_password(new) for new in answers] == [True]


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_simultaneous_answers_check_only_five(rehearsal):
    def answer() -> str:
        store = SessionStore(None, rehearsal)
        at, wall_at = SEED_MOMENT, clock.wall_now()
        recovery.identify(
            session=store, purpose="password", email=WALTER.email, username="x", wall_at=wall_at
        )
        request = recovery.read_request(store, "password", wall_at)
        recovery.answer(
            session=store, recovery=request, answers=WRONG, next_url="", at=at, wall_at=wall_at
        )
        return "looked at"

    answers = races.at_once(rehearsal, *[answer] * 12)
    assert answers == {"looked at": 5, RecoveryRefusal.LOCKED: 7}
