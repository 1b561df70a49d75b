"""Parallel decisions, parallel updates, and a decision in parallel with a newer update."""

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
def rehearsal(transactional_db):
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    hold(rehearsal, FIRST_RUSH)
    return rehearsal


def accept(row):
    return lambda: (
        queue_services.accept_update(request_id=row.pk, remark="", who=WHO, at=FIRST_RUSH).status
    )


def change_name(account, middle_name):
    stored = rules.columns(account, PERSONAL)
    return lambda: services.update_personal(
        account=account, typed=stored | {"middle_name": middle_name}, shown=rules.edition(stored),
        asks_courts=False, at=FIRST_RUSH,
    ) and "changed"  # fmt: skip


def test_second_of_two_parallel_acceptances_is_refused(rehearsal):
    row = waiting(linked(rehearsal), after=NEW_NAME)
    assert at_once(rehearsal, accept(row), accept(row)) == {
        "processed": 1, DecisionRefusal.DECIDED: 1,
    }  # fmt: skip
    assert rehearsal.mails.filter(subject__contains="was accepted").count() == 1


def test_parallel_acceptance_and_rejection_decide_once(rehearsal):
    row = waiting(linked(rehearsal), after=NEW_NAME)
    results = at_once(
        rehearsal,
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


def test_second_of_two_parallel_updates_is_stale(rehearsal):
    linked(rehearsal)
    account = account_of(rehearsal)
    results = at_once(rehearsal, change_name(account, "Maria"), change_name(account, "Mary"))
    assert results == {"changed": 1, MaintenanceRefusal.STALE: 1}
    assert rehearsal.maintenance_requests.count() == 1


def test_newer_update_stays_open_during_acceptance(rehearsal):
    row = waiting(linked(rehearsal), after=NEW_NAME)
    results = at_once(rehearsal, accept(row), change_name(account_of(rehearsal), "Maria"))
    assert results["changed"] == 1
    row.refresh_from_db()
    assert row.status in ("processed", "withdrawn")
    newer = rehearsal.maintenance_requests.exclude(pk=row.pk).get()
    assert (newer.status, newer.after["middle_name"]) == ("submitted", "Maria")
