"""Logins that are verified just before the account changes."""

import pytest
from django.contrib.auth.hashers import make_password

from cso.models import SignOnSession
from cso.sign_on import pending_sign_on, services
from cso.sign_on.rules import SignOnRefusal
from cso.sign_on.sessions import SessionStore
from pacer_accounts.profile.services import set_disabled
from pacer_accounts.upgrade.services import upgrade
from rehearsals import services as rehearsals
from rehearsals.clock import clock
from rehearsals.clock.clock import wall_now
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support import races
from tests.support.cast import NOEL
from tests.support.login_pages import is_signed_on, log_in
from tests.support.moments import SEED_MOMENT

NEW = "Sagebrush-2020!"


def now():
    return {"at": SEED_MOMENT, "wall_at": clock.wall_now()}


def noel(rehearsal):
    return rehearsal.pacer_accounts.select_related("rehearsal").get(account_number=NOEL.number)


def set_password(account):
    account.password = make_password(NEW)
    account.save()
    SignOnSession.objects.of_account(account).delete()


def disable(account):
    set_disabled(account=account, is_disabled=True, by="clerk", at=SEED_MOMENT)


def upgrade_it(account):
    security = {"username": account.username, "password": make_password(NOEL.password)}
    upgrade(account=account, details={}, security=security, at=SEED_MOMENT)
    SignOnSession.objects.of_account(account).delete()


def rename(account):
    account.rename("another.name")
    account.save()


CHANGES = [set_password, disable, upgrade_it, rename]


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES)
def test_login_verified_before_a_change_is_refused_after_it(rehearsal, change):
    with mount.inside_rehearsal(rehearsal):
        verified = services.verify_password(
            rehearsal=rehearsal, username=NOEL.username, password=NOEL.password, **now()
        )
        change(noel(rehearsal))
        store = SessionStore(None, rehearsal)
        with pytest.raises(Refused) as refused:
            services.complete_sign_on(session=store, account=verified, **now())
    assert refused.value.reason == SignOnRefusal.CHANGED_MEANWHILE
    assert store.pacer_account is None
    assert not SignOnSession.objects.exists()
    last = rehearsal.activities.filter(what="cso.sign_on").last()
    assert (last.outcome, last.detail) == ("refused", "changed meanwhile")


@pytest.mark.django_db
def test_refused_login_page_does_not_say_what_changed(visitor, monkeypatch):
    verify_password = services.verify_password

    def overtaken(**given):
        account = verify_password(**given)
        set_password(noel(visitor.rehearsal))
        return account

    monkeypatch.setattr(services, "verify_password", overtaken)
    page = log_in(visitor, NOEL)
    assert page.status_code == 409
    assert "Your login was not completed" in page.content.decode()
    assert not is_signed_on(visitor)


@pytest.mark.django_db
@pytest.mark.parametrize("change", [set_password, disable, upgrade_it])
def test_pending_sign_on_ends_with_the_change(rehearsal, change):
    store = SessionStore(None, rehearsal)
    with mount.inside_rehearsal(rehearsal):
        pending_sign_on.store(
            store,
            noel(rehearsal),
            client_code="",
            site="PACER Login",
            destination="/",
            wall_at=wall_now(),
        )
        pending = pending_sign_on.read(store, wall_now())
        assert pending_sign_on.account_of(store, pending)
        change(noel(rehearsal))
        assert pending_sign_on.account_of(store, pending) is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
@pytest.mark.parametrize("change", [set_password, disable, upgrade_it])
def test_simultaneous_login_and_change_leave_no_old_sign_on(transactional_db, change):
    """Either the login is refused, or the change finds its sign-on and ends it."""
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    with mount.inside_rehearsal(rehearsal):
        verified = noel(rehearsal)
        changed = noel(rehearsal)

    def sign_on():
        services.complete_sign_on(session=SessionStore(None, rehearsal), account=verified, **now())
        return "signed on"

    results = races.at_once(rehearsal, sign_on, lambda: change(changed))
    assert set(results) <= {"signed on", None, SignOnRefusal.CHANGED_MEANWHILE}
    assert len(results) == 2
    wall = clock.wall_now()
    rows = SignOnSession.objects.of_account(noel(rehearsal))
    assert not [row for row in rows if row.is_signed_on(wall)]
