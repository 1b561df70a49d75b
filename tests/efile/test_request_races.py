"""Parallel submits, and a filer's reply in parallel with the court's decision."""

import pytest

from efile.queue import services as queue_services
from efile.queue.refusals import DecisionRefusal
from efile.registration import services as registration_services
from efile.registration.refusals import EfileRefusal, RequestRefusal
from efile.requests import services as request_services
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from rehearsals.documents.document import Document
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support.cast import RUTH
from tests.support.factories import EfileRegistrationFactory
from tests.support.moments import FIRST_RUSH
from tests.support.pdfs import PDF
from tests.support.races import at_once
from tests.support.visitor import hold

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
REQUESTED = {
    "kind": "attorney", "application": "efile_only", "role": "attorney", "email": RUTH.email,
    "email_frequency": "each", "email_format": "html",
}  # fmt: skip


@pytest.fixture
def rehearsal(transactional_db):
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    hold(rehearsal, FIRST_RUSH)
    return rehearsal


def parts(rehearsal):
    account = rehearsal.pacer_accounts.get(account_number=RUTH.number)
    return {"account": account, "court": rehearsal.courts.get(code="nmd")}


def ask(rehearsal, **more):
    asked = parts(rehearsal)
    return EfileRegistrationFactory(court=asked["court"], pacer_account=asked["account"], **more)


def test_parallel_submits_send_one_request(rehearsal):
    asked = parts(rehearsal)

    def press():
        document = Document("standing.pdf", PDF, pages=1)
        registration = registration_services.submit(
            rehearsal=rehearsal, requested=REQUESTED, document=document, at=FIRST_RUSH, **asked
        )
        return registration.status

    results = at_once(rehearsal, press, press)
    assert results == {"submitted": 1, EfileRefusal.REQUEST_OPEN: 1}
    row = rehearsal.efile_registrations.get()
    assert row.documents.count() == 1
    assert rehearsal.mails.filter(subject__contains="request to e-file").count() == 1


def test_parallel_answers_count_once(rehearsal):
    row = ask(rehearsal, status="more_info")

    def answer(words):
        return request_services.answer(
            account=row.pacer_account, registration=row, text=words,
            document=Document("a.pdf", PDF, pages=1), at=FIRST_RUSH,
        ).answer  # fmt: skip

    results = at_once(rehearsal, lambda: answer("one"), lambda: answer("two"))
    row.refresh_from_db()
    assert results == {row.answer: 1, RequestRefusal.NOTHING_ASKED: 1}
    assert row.documents.count() == 1


def test_answer_during_approval_is_saved_or_refused(rehearsal):
    row = ask(rehearsal, status="more_info")
    results = at_once(
        rehearsal,
        lambda: (
            queue_services.approve(
                request_id=row.pk, remark="", who="staff clerk", at=FIRST_RUSH
            ).status
        ),
        lambda: (
            request_services.answer(
                account=row.pacer_account,
                registration=row,
                text="Here",
                document=None,
                at=FIRST_RUSH,
            ).status
        ),
    )
    row.refresh_from_db()
    assert row.status == "processed"
    assert results["processed"] == 1
    assert (row.answer == "Here") == (results["submitted"] == 1)
    assert results["submitted"] + results[RequestRefusal.DECIDED] == 1


def test_withdrawal_and_approval_in_parallel_decide_once(rehearsal):
    row = ask(rehearsal)
    results = at_once(
        rehearsal,
        lambda: queue_services.approve(request_id=row.pk, remark="", who="staff clerk", at=FIRST_RUSH).status,
        lambda: request_services.withdraw(
            account=row.pacer_account, registration=row, at=FIRST_RUSH
        ).status,
    )  # fmt: skip
    row.refresh_from_db()
    loser = RequestRefusal.DECIDED if row.status == "processed" else DecisionRefusal.DECIDED
    assert results == {row.status: 1, loser: 1}
    records = rehearsal.cmecf_accounts.filter(pacer_account=row.pacer_account).count()
    assert records == (row.status == "processed")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"kind": "non_attorney", "role": "party", "application": ""}, EfileRefusal.CASE_MISSING),
        ({"application": "admissions"}, EfileRefusal.DOCUMENT_MISSING),
    ],
)
def test_incomplete_request_is_refused_by_the_service(rehearsal, changes, refusal):
    asked = parts(rehearsal)
    asked["court"].asks_for_document = True
    with mount.inside_rehearsal(rehearsal), pytest.raises(Refused) as refused:
        registration_services.submit(
            rehearsal=rehearsal,
            requested=REQUESTED | changes,
            document=None,
            at=FIRST_RUSH,
            **asked,
        )
    assert refused.value.reason is refusal
    assert not rehearsal.efile_registrations.exists()
