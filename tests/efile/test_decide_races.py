"""Two clerks at once, and a clerk against the filer who links: one result, one record."""

import pytest

from efile.queue import services as queue_services
from efile.queue.rules import DecisionRefusal
from linking.link import services as linking
from linking.link.refusals import LinkRefusal
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support.cast import JOHN, RUTH
from tests.support.factories import EfileRegistrationFactory
from tests.support.link_steps import on_file
from tests.support.moments import FIRST_RUSH
from tests.support.races import at_once
from tests.support.visitor import hold

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
WHO = "staff clerk"


@pytest.fixture
def world(transactional_db):
    made = rehearsals.start(wall_at=wall_now(), title="Race")
    hold(made, FIRST_RUSH)
    return made


def ask(world, who):
    account = world.pacer_accounts.get(account_number=who.number)
    return EfileRegistrationFactory(court=world.courts.get(code="nmd"), pacer_account=account)


def test_of_two_clerks_who_approve_at_once_the_second_is_told(world):
    row = ask(world, RUTH)
    results = at_once(
        world, *[lambda: queue_services.approve(request_id=row.pk, remark="", who=WHO).status] * 2
    )
    assert results == {"processed": 1, DecisionRefusal.DECIDED: 1}
    assert world.cmecf_accounts.filter(pacer_account=row.pacer_account).count() == 1
    assert world.mails.filter(subject__contains="was approved").count() == 1


def test_approved_and_rejected_at_once_one_counts(world):
    row = ask(world, RUTH)
    results = at_once(
        world,
        lambda: queue_services.approve(request_id=row.pk, remark="", who=WHO).status,
        lambda: (
            queue_services.reject(request_id=row.pk, reason="document", remark="", who=WHO).status
        ),
    )
    assert results[DecisionRefusal.DECIDED] == 1
    row.refresh_from_db()
    made = world.cmecf_accounts.filter(pacer_account=row.pacer_account).count()
    assert (row.status == "processed") == (made == 1)


def test_approved_while_she_links_she_has_one_record_here(world):
    row = ask(world, JOHN)
    account = on_file(world, JOHN)
    proof = linking.proof_of(account)
    results = at_once(
        world,
        lambda: queue_services.approve(request_id=row.pk, remark="", who=WHO).status,
        lambda: (
            linking.link(
                rehearsal=world,
                court=account.court,
                pacer_account=row.pacer_account,
                cmecf_account_id=account.pk,
                proof=proof,
                at=FIRST_RUSH,
            ).login
        ),
    )
    assert world.cmecf_accounts.filter(pacer_account=row.pacer_account).count() == 1
    assert results[DecisionRefusal.FILES_HERE] + results[LinkRefusal.REGISTERED_HERE] == 1
