"""Submit pressed twice at once, and a filer's reply against the court's decision: one result."""

import pytest

from efile.queue import services as queue_services
from efile.queue.refusals import DecisionRefusal
from efile.registration import reply_services
from efile.registration import services as registration_services
from efile.registration.documents import Document
from efile.registration.refusals import EfileRefusal, RequestRefusal
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support.cast import RUTH
from tests.support.efile_requests import PDF
from tests.support.factories import EfileRegistrationFactory
from tests.support.moments import FIRST_RUSH
from tests.support.races import at_once
from tests.support.visitor import hold

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
REQUESTED = {
    "kind": "attorney", "application": "efile_only", "role": "attorney", "email": RUTH.email,
    "email_frequency": "each", "email_format": "html",
}  # fmt: skip


@pytest.fixture
def world(transactional_db):
    made = rehearsals.start(wall_at=wall_now(), title="Race")
    hold(made, FIRST_RUSH)
    return made


def parts(world):
    account = world.pacer_accounts.get(account_number=RUTH.number)
    return {"account": account, "court": world.courts.get(code="nmd")}


def ask(world, **more):
    held = parts(world)
    return EfileRegistrationFactory(court=held["court"], pacer_account=held["account"], **more)


def test_submit_pressed_twice_at_once_sends_one_request(world):
    held = parts(world)

    def press():
        document = Document("standing.pdf", PDF)
        made = registration_services.submit(
            rehearsal=world, requested=REQUESTED, document=document, at=FIRST_RUSH, **held
        )
        return made.status

    results = at_once(world, press, press)
    assert results == {"submitted": 1, EfileRefusal.REQUEST_OPEN: 1}
    row = world.efile_registrations.get()
    assert row.documents.count() == 1
    assert world.mails.filter(subject__contains="request to e-file").count() == 1


def test_an_answer_sent_twice_at_once_counts_once(world):
    row = ask(world, status="more_info")

    def answer(words):
        return reply_services.answer(
            account=row.pacer_account, registration=row, words=words,
            document=Document("a.pdf", PDF), at=FIRST_RUSH,
        ).answer  # fmt: skip

    results = at_once(world, lambda: answer("one"), lambda: answer("two"))
    row.refresh_from_db()
    assert results == {row.answer: 1, RequestRefusal.NOTHING_ASKED: 1}
    assert row.documents.count() == 1


def test_answered_while_the_clerk_approves_it_is_approved_and_no_answer_is_lost_unsaid(world):
    row = ask(world, status="more_info")
    results = at_once(
        world,
        lambda: (
            queue_services.approve(
                request_id=row.pk, remark="", who="staff clerk", at=FIRST_RUSH
            ).status
        ),
        lambda: (
            reply_services.answer(
                account=row.pacer_account,
                registration=row,
                words="Here",
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


def test_withdrawn_while_the_clerk_approves_one_of_both_counts(world):
    row = ask(world)
    results = at_once(
        world,
        lambda: queue_services.approve(request_id=row.pk, remark="", who="staff clerk", at=FIRST_RUSH).status,
        lambda: reply_services.withdraw(
            account=row.pacer_account, registration=row, at=FIRST_RUSH
        ).status,
    )  # fmt: skip
    row.refresh_from_db()
    loser = RequestRefusal.DECIDED if row.status == "processed" else DecisionRefusal.DECIDED
    assert results == {row.status: 1, loser: 1}
    records = world.cmecf_accounts.filter(pacer_account=row.pacer_account).count()
    assert records == (row.status == "processed")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"kind": "non_attorney", "role": "party", "application": ""}, EfileRefusal.CASE_MISSING),
        ({"application": "admissions"}, EfileRefusal.DOCUMENT_MISSING),
    ],
)
def test_incomplete_request_is_refused_by_the_service(world, changes, refusal):
    held = parts(world)
    held["court"].asks_for_document = True
    with mount.inside_rehearsal(world), pytest.raises(Refused) as refused:
        registration_services.submit(
            rehearsal=world, requested=REQUESTED | changes, document=None, at=FIRST_RUSH, **held
        )
    assert refused.value.reason is refusal
    assert not world.efile_registrations.exists()
