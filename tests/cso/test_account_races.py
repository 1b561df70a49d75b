"""Two windows, or two people, that change credentials at the very same moment."""

import pytest

from cso.credentials import services as credentials_services
from cso.credentials.rules import CredentialRefusal
from cso.models import SignOnSession
from cso.sign_on.sessions import SessionStore
from rehearsals import services as rehearsals
from rehearsals.clock import clock
from rehearsals.clock.clock import wall_now
from tests.support import races
from tests.support.cast import JOHN, OWEN
from tests.support.moments import SEED_MOMENT

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def world(transactional_db):
    return rehearsals.start(wall_at=wall_now(), title="Race")


def person(world, who):
    return world.pacer_accounts.select_related("rehearsal").get(account_number=who.number)


def signed_on(world, who) -> SessionStore:
    store = SessionStore(None, world)
    store.sign_on(person(world, who), at=clock.wall_now())
    store.save()
    return store


def test_of_two_windows_that_change_the_password_one_wins_and_stays_signed_on(world):
    windows = [signed_on(world, JOHN), signed_on(world, JOHN)]
    news = ["First-Canary-2020x", "Second-Canary-2020x"]

    def change(window, new):
        credentials_services.change_password(
            session=window, current=JOHN.password, new=new, at=SEED_MOMENT, wall_at=wall_now()
        )
        return new

    acts = [
        lambda window=window, new=new: change(window, new)
        for window, new in zip(windows, news, strict=True)
    ]
    results = races.at_once(world, *acts)
    (winner,) = set(results) & set(news)
    assert person(world, JOHN).has_password(winner)
    assert len(results) == 2
    assert SignOnSession.objects.of_account(person(world, JOHN)).count() == 1
    assert world.mails.count() == 1


def test_two_people_who_want_one_username_at_once_do_not_share_it(world):
    def rename(who):
        credentials_services.change_username(
            account=person(world, who),
            current=who.password,
            username="wanted.by.both",
            at=SEED_MOMENT,
            wall_at=wall_now(),
        )
        return who.number

    results = races.at_once(world, lambda: rename(JOHN), lambda: rename(OWEN))
    assert results[CredentialRefusal.USERNAME_TAKEN] == 1
    assert world.pacer_accounts.named("wanted.by.both").count() == 1
    assert world.mails.count() == 1
