"""Two at once, in real threads, on whichever database is the default."""

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
def world(transactional_db):
    return rehearsals.start(wall_at=wall_now(), title="Race")


def at_once(world, *pairs) -> Counter:
    """Each (PACER account, CM/ECF login) asks for its link at the same moment; what came of it."""
    asks = [_ask(world, pacer, ecf) for pacer, ecf in pairs]
    return races.at_once(world, *[lambda ask=ask: services.link(**ask).pk for ask in asks])


def _ask(world, pacer, ecf) -> dict:
    account = on_file(world, ecf)
    return {
        "rehearsal": world,
        "court": account.court,
        "pacer_account": world.pacer_accounts.get(account_number=pacer.number),
        "cmecf_account_id": account.pk,
        "proof": services.proof_of(account),
        "at": LIVE,
    }


def test_two_accounts_that_link_one_login_at_once_end_with_one_link(world):
    for _ in range(ROUNDS):
        results = at_once(world, (JOHN, JOHN), (TERESA, JOHN))
        account = on_file(world, JOHN)
        assert results == {account.pk: 1, LinkRefusal.LOGIN_LINKED: 1}
        assert world.mails.filter(subject__contains="was linked").count() in (1, 2)
        world.cmecf_accounts.filter(pk=account.pk).update(pacer_account=None, linked_at=None)
        world.mails.all().delete()


def test_one_account_that_submits_twice_at_once_gets_one_link_and_one_letter(world):
    results = at_once(world, *[(JOHN, JOHN)] * 4)
    assert results == {on_file(world, JOHN).pk: 4}
    assert world.mails.count() == 1
    assert world.activities.filter(what="link.made").count() == 1


def test_one_account_that_links_two_logins_at_once_gets_one(world):
    for _ in range(ROUNDS):
        results = at_once(world, (HECTOR, HECTOR), (HECTOR, MIRIAM))
        assert results[LinkRefusal.ALREADY_LINKED_HERE] == 1
        mine = world.cmecf_accounts.filter(pacer_account__account_number=HECTOR.number)
        assert mine.count() == 1
        mine.update(pacer_account=None, linked_at=None)


def test_of_two_clerks_who_merge_at_once_the_second_is_told(world):
    hold(world, LIVE)
    old = on_file(world, JOHN)
    row = CmecfAccountFactory(
        court=old.court, came_by="registration", linked_at=LIVE,
        pacer_account=world.pacer_accounts.get(account_number=JOHN.number),
    )  # fmt: skip
    said = {"earlier_id": old.pk, "reason": "Two records", "who": "staff clerk", "at": LIVE}
    results = races.at_once(world, *[lambda: merge(row, **said).pk] * 2)
    assert results == {old.pk: 1, MergeRefusal.NOT_REGISTERED: 1}
    assert world.cmecf_accounts.filter(pacer_account=row.pacer_account).count() == 1
