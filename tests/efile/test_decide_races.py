"""Parallel decisions, and a decision in parallel with a link: one result, one account."""

import pytest

from efile.queue import services
from efile.queue.refusals import DecisionRefusal
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
def rehearsal(transactional_db):
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    hold(rehearsal, FIRST_RUSH)
    return rehearsal


def ask(rehearsal, who):
    account = rehearsal.pacer_accounts.get(account_number=who.number)
    return EfileRegistrationFactory(court=rehearsal.courts.get(code="nmd"), pacer_account=account)


def approve(row):
    return services.approve(request_id=row.pk, remark="", who=WHO, at=FIRST_RUSH).status


def reject(row):
    values = {"reason": "document", "remark": "", "who": WHO, "at": FIRST_RUSH}
    return services.reject(request_id=row.pk, **values).status


def test_second_of_two_parallel_approvals_is_refused(rehearsal):
    row = ask(rehearsal, RUTH)
    results = at_once(
        rehearsal,
        *[lambda: approve(row)] * 2,
    )
    assert results == {"processed": 1, DecisionRefusal.DECIDED: 1}
    assert rehearsal.cmecf_accounts.filter(pacer_account=row.pacer_account).count() == 1
    assert rehearsal.mails.filter(subject__contains="was approved").count() == 1


def test_parallel_approval_and_rejection_decide_once(rehearsal):
    row = ask(rehearsal, RUTH)
    results = at_once(
        rehearsal,
        lambda: approve(row),
        lambda: reject(row),
    )
    assert results[DecisionRefusal.DECIDED] == 1
    row.refresh_from_db()
    accounts = rehearsal.cmecf_accounts.filter(pacer_account=row.pacer_account).count()
    assert (row.status == "processed") == (accounts == 1)


def test_approval_and_link_in_parallel_make_one_account(rehearsal):
    row = ask(rehearsal, JOHN)
    account = on_file(rehearsal, JOHN)
    proof = linking.proof_of(account)
    results = at_once(
        rehearsal,
        lambda: approve(row),
        lambda: (
            linking.link(
                rehearsal=rehearsal,
                court=account.court,
                pacer_account=row.pacer_account,
                cmecf_account_id=account.pk,
                proof=proof,
                at=FIRST_RUSH,
            ).login
        ),
    )
    assert rehearsal.cmecf_accounts.filter(pacer_account=row.pacer_account).count() == 1
    assert results[DecisionRefusal.FILES_HERE] + results[LinkRefusal.REGISTERED_HERE] == 1
