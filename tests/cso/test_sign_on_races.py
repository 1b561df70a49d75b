"""A login proven just before the account changes must not outlive the change."""

import pytest
from django.contrib.auth.hashers import make_password

from cso.models import SignOnSession
from cso.sign_on import pending, services
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

NEW = "Sagebrush-2020!"


def noel(world):
    return world.pacer_accounts.select_related("rehearsal").get(account_number=NOEL.number)


def set_password(account):
    account.password = make_password(NEW)
    account.save()
    SignOnSession.objects.of_account(account).delete()


def disable(account):
    set_disabled(account=account, is_disabled=True, by="clerk")


def upgrade_it(account):
    security = {"username": account.username, "password": make_password(NOEL.password)}
    upgrade(account=account, details={}, security=security, at=clock.now())
    SignOnSession.objects.of_account(account).delete()


def rename(account):
    account.rename("another.name")
    account.save()


CHANGES = [set_password, disable, upgrade_it, rename]


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES)
def test_a_login_proven_before_a_change_is_refused_after_it(rehearsal, change):
    with mount.inside_rehearsal(rehearsal):
        proven = services.prove(rehearsal=rehearsal, username=NOEL.username, password=NOEL.password)
        change(noel(rehearsal))
        store = SessionStore(None, rehearsal)
        with pytest.raises(Refused) as refused:
            services.complete_sign_on(session=store, account=proven)
    assert refused.value.reason == SignOnRefusal.CHANGED_MEANWHILE
    assert store.pacer_account is None
    assert not SignOnSession.objects.exists()
    last = rehearsal.activities.filter(what="cso.sign_on").last()
    assert (last.outcome, last.detail) == ("refused", "changed meanwhile")


@pytest.mark.django_db
def test_its_page_says_to_log_in_again_and_nothing_of_what_changed(visitor, monkeypatch):
    prove = services.prove

    def overtaken(**given):
        account = prove(**given)
        set_password(noel(visitor.rehearsal))
        return account

    monkeypatch.setattr(services, "prove", overtaken)
    page = log_in(visitor, NOEL)
    assert page.status_code == 409
    assert "This login was not finished" in page.content.decode()
    assert not is_signed_on(visitor)


@pytest.mark.django_db
@pytest.mark.parametrize("change", [set_password, disable, upgrade_it])
def test_a_second_step_that_waits_dies_with_the_change(rehearsal, change):
    store = SessionStore(None, rehearsal)
    with mount.inside_rehearsal(rehearsal):
        pending.hold(store, noel(rehearsal), client_code="", site="PACER Login", destination="/")
        assert pending.account_of(store)
        change(noel(rehearsal))
        assert pending.account_of(store) is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
@pytest.mark.parametrize("change", [set_password, disable, upgrade_it])
def test_a_login_and_a_change_at_once_leave_no_sign_on_of_the_old_state(transactional_db, change):
    """Either the login is late and refused, or the change finds its sign-on and ends it."""
    world = rehearsals.start(wall_at=wall_now(), title="Race")
    with mount.inside_rehearsal(world):
        proven = noel(world)
        late = noel(world)

    def sign_on():
        services.complete_sign_on(session=SessionStore(None, world), account=proven)
        return "signed on"

    results = races.at_once(world, sign_on, lambda: change(late))
    assert set(results) <= {"signed on", None, SignOnRefusal.CHANGED_MEANWHILE}
    assert len(results) == 2
    wall = clock.wall_now()
    rows = SignOnSession.objects.of_account(noel(world))
    assert not [row for row in rows if row.is_signed_on(wall)]
