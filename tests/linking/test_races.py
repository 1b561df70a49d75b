"""Parallel requests in real threads, on the configured database."""

from collections import Counter

import pytest

from linking.link import services
from linking.link.refusals import LinkRefusal
from linking.merge.refusals import MergeRefusal
from linking.merge.services import merge
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support import races
from tests.support.cast import HECTOR, JOHN, MIRIAM, TERESA
from tests.support.factories import CmecfAccountFactory
from tests.support.link_steps import on_file
from tests.support.moments import LIVE
from tests.support.visitor import hold

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
ROUNDS = 5


@pytest.fixture
def rehearsal(transactional_db):
    return rehearsals.start(wall_at=wall_now(), title="Race")


def at_once(rehearsal, *pairs) -> Counter:
    """Link each (PACER account, CM/ECF login) in parallel and count the outcomes."""
    asks = [_ask(rehearsal, pacer, ecf) for pacer, ecf in pairs]
    return races.at_once(rehearsal, *[lambda ask=ask: services.link(**ask).pk for ask in asks])


def _ask(rehearsal, pacer, ecf) -> dict:
    account = on_file(rehearsal, ecf)
    return {
        "rehearsal": rehearsal,
        "court": account.court,
        "pacer_account": rehearsal.pacer_accounts.get(account_number=pacer.number),
        "cmecf_account_id": account.pk,
        "proof": services.proof_of(account),
        "at": LIVE,
    }


def test_two_accounts_racing_for_one_login_make_one_link(rehearsal):
    for _ in range(ROUNDS):
        results = at_once(rehearsal, (JOHN, JOHN), (TERESA, JOHN))
        account = on_file(rehearsal, JOHN)
        assert results == {account.pk: 1, LinkRefusal.LOGIN_LINKED: 1}
        assert rehearsal.mails.filter(subject__contains="was linked").count() in (1, 2)
        rehearsal.cmecf_accounts.filter(pk=account.pk).update(pacer_account=None, linked_at=None)
        rehearsal.mails.all().delete()


def test_parallel_submits_make_one_link_and_one_email(rehearsal):
    results = at_once(rehearsal, *[(JOHN, JOHN)] * 4)
    assert results == {on_file(rehearsal, JOHN).pk: 4}
    assert rehearsal.mails.count() == 1
    assert rehearsal.activities.filter(what="link.made").count() == 1


def test_one_account_racing_for_two_logins_links_one(rehearsal):
    for _ in range(ROUNDS):
        results = at_once(rehearsal, (HECTOR, HECTOR), (HECTOR, MIRIAM))
        assert results[LinkRefusal.ALREADY_LINKED_HERE] == 1
        mine = rehearsal.cmecf_accounts.filter(pacer_account__account_number=HECTOR.number)
        assert mine.count() == 1
        mine.update(pacer_account=None, linked_at=None)


def test_second_of_two_parallel_merges_is_refused(rehearsal):
    hold(rehearsal, LIVE)
    old = on_file(rehearsal, JOHN)
    row = CmecfAccountFactory(
        court=old.court, origin="registration", linked_at=LIVE,
        pacer_account=rehearsal.pacer_accounts.get(account_number=JOHN.number),
    )  # fmt: skip
    values = {"earlier_id": old.pk, "reason": "Two records", "who": "staff clerk", "at": LIVE}
    results = races.at_once(rehearsal, *[lambda: merge(registered=row, **values).pk] * 2)
    assert results == {old.pk: 1, MergeRefusal.NOT_REGISTERED: 1}
    assert rehearsal.cmecf_accounts.filter(pacer_account=row.pacer_account).count() == 1
