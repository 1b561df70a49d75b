"""A return at the same moment as another change or login: one after the other, no deadlock."""

import pytest
from django.db import transaction

from cso.sign_on.services import verify_password
from linking.link.services import link, proof_of
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support.cast import JOHN
from tests.support.link_steps import on_file
from tests.support.moments import LIVE
from tests.support.races import at_once
from tests.support.visitor import hold
from training.bookmarks import services
from training.bookmarks.refusals import BookmarkRefusal

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


@pytest.fixture
def rehearsal(transactional_db):
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    hold(rehearsal, LIVE)
    return rehearsal


def test_of_two_identical_returns_at_once_one_goes_back(rehearsal):
    with transaction.atomic():
        services.keep_before_change(rehearsal, "link.made", at=LIVE)
    pk = rehearsal.bookmarks.get().pk
    returns = [lambda: services.go_back(rehearsal, pk=pk, wall_at=wall_now()).pk] * 2
    assert at_once(rehearsal, *returns) == {pk: 1, BookmarkRefusal.GONE: 1}
    assert rehearsal.activities.filter(what="bookmark.returned").count() == 1


def test_return_link_and_login_at_once_leave_a_whole_state(rehearsal):
    account, pacer = on_file(rehearsal, JOHN), rehearsal.pacer_accounts.get(username=JOHN.username)
    asked = {"cmecf_account_id": account.pk, "proof": proof_of(account), "at": LIVE}
    scope = {"rehearsal": rehearsal, "court": account.court, "pacer_account": pacer}
    login = {"username": JOHN.username, "password": JOHN.password, "at": LIVE}
    for _ in range(3):
        with transaction.atomic():
            services.keep_before_change(rehearsal, "link.made", at=LIVE)
        target = rehearsal.bookmarks.first()
        results = at_once(
            rehearsal,
            lambda pk=target.pk: services.go_back(rehearsal, pk=pk, wall_at=wall_now()).pk,
            lambda: link(**scope, **asked).login,
            lambda: verify_password(rehearsal=rehearsal, wall_at=wall_now(), **login).username,
        )
        assert results == {target.pk: 1, JOHN.login: 1, JOHN.username: 1}
        returned, made = rehearsal.activities.filter(what__in=["bookmark.returned", "link.made"])[
            :2
        ]
        was_last = max(returned, made, key=lambda entry: entry.pk).what
        assert on_file(rehearsal, JOHN).is_linked is (was_last == "link.made")
        rehearsal.cmecf_accounts.filter(pk=account.pk).update(pacer_account=None, linked_at=None)
