"""Simultaneous changes of credentials."""

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
def rehearsal(transactional_db):
    return rehearsals.start(wall_at=wall_now(), title="Race")


def person(rehearsal, who):
    return rehearsal.pacer_accounts.select_related("rehearsal").get(account_number=who.number)


def signed_on(rehearsal, who) -> SessionStore:
    store = SessionStore(None, rehearsal)
    store.sign_on(person(rehearsal, who), at=clock.wall_now())
    store.save()
    return store


def test_simultaneous_password_changes_one_succeeds(rehearsal):
    windows = [signed_on(rehearsal, JOHN), signed_on(rehearsal, JOHN)]
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
    results = races.at_once(rehearsal, *acts)
    (winner,) = set(results) & set(news)
    assert person(rehearsal, JOHN).has_password(winner)
    assert len(results) == 2
    assert SignOnSession.objects.of_account(person(rehearsal, JOHN)).count() == 1
    assert rehearsal.mails.count() == 1


def test_simultaneous_renames_to_one_username_one_succeeds(rehearsal):
    def rename(who):
        credentials_services.change_username(
            account=person(rehearsal, who),
            current=who.password,
            username="wanted.by.both",
            at=SEED_MOMENT,
            wall_at=wall_now(),
        )
        return who.number

    results = races.at_once(rehearsal, lambda: rename(JOHN), lambda: rename(OWEN))
    assert results[CredentialRefusal.USERNAME_TAKEN] == 1
    assert rehearsal.pacer_accounts.named("wanted.by.both").count() == 1
    assert rehearsal.mails.count() == 1
