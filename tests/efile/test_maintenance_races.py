"""Two clerks at once, two windows at once, and a clerk against the filer who sends a newer update."""

import pytest

from efile.queue import services as queue_services
from efile.queue.refusals import DecisionRefusal
from efile.updates import rules, services
from efile.updates.forms import PERSONAL
from efile.updates.refusals import MaintenanceRefusal
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support.data_updates import account_of, linked, waiting
from tests.support.moments import FIRST_RUSH
from tests.support.races import at_once
from tests.support.visitor import hold

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
WHO = "staff clerk"
NEW_NAME = {"first_name": "Teresa", "middle_name": "", "last_name": "Advocate"}


@pytest.fixture
def world(transactional_db):
    made = rehearsals.start(wall_at=wall_now(), title="Race")
    hold(made, FIRST_RUSH)
    return made


def accept(row):
    return lambda: (
        queue_services.accept_update(request_id=row.pk, remark="", who=WHO, at=FIRST_RUSH).status
    )


def change_name(account, middle_name):
    held = rules.columns(account, PERSONAL)
    return lambda: services.update_personal(
        account=account, typed=held | {"middle_name": middle_name}, shown=rules.edition(held),
        asks_courts=False, at=FIRST_RUSH,
    ) and "changed"  # fmt: skip


def test_of_two_clerks_who_accept_at_once_the_second_is_told(world):
    row = waiting(linked(world), after=NEW_NAME)
    assert at_once(world, accept(row), accept(row)) == {
        "processed": 1, DecisionRefusal.DECIDED: 1,
    }  # fmt: skip
    assert world.mails.filter(subject__contains="was accepted").count() == 1


def test_accepted_and_rejected_at_once_one_counts(world):
    row = waiting(linked(world), after=NEW_NAME)
    results = at_once(
        world,
        accept(row),
        lambda: (
            queue_services.reject_update(
                request_id=row.pk, remark="No.", who=WHO, at=FIRST_RUSH
            ).status
        ),
    )
    assert results[DecisionRefusal.DECIDED] == 1
    row.refresh_from_db()
    assert (row.status == "processed") == (row.cmecf_account.last_name == "Advocate")


def test_of_two_windows_at_once_one_is_asked_again(world):
    linked(world)
    account = account_of(world)
    results = at_once(world, change_name(account, "Maria"), change_name(account, "Mary"))
    assert results == {"changed": 1, MaintenanceRefusal.STALE: 1}
    assert world.maintenance_requests.count() == 1


def test_accepted_while_a_newer_one_is_sent_the_newer_one_waits(world):
    row = waiting(linked(world), after=NEW_NAME)
    results = at_once(world, accept(row), change_name(account_of(world), "Maria"))
    assert results["changed"] == 1
    row.refresh_from_db()
    assert row.status in ("processed", "withdrawn")
    newer = world.maintenance_requests.exclude(pk=row.pk).get()
    assert (newer.status, newer.after["middle_name"]) == ("submitted", "Maria")
