"""Nina is new to the court: how her four steps stand, and her request."""

from datetime import timedelta

import pytest

from tests.linking.test_cast import rows
from tests.linking.test_readiness import check, steps_of
from tests.support.cast import JOHN
from tests.support.factories import (
    CmecfAccountFactory,
    EfileRegistrationFactory,
    PacerAccountFactory,
)
from tests.support.moments import FIRST_RUSH, LIVE, SEED_MOMENT, WEEKEND
from training.home.four_steps import Action

pytestmark = pytest.mark.django_db


@pytest.fixture
def nina(rehearsal):
    return PacerAccountFactory(rehearsal=rehearsal, persona="x02", username="ninanewcomer")


def request_of(rehearsal, account, **more):
    return EfileRegistrationFactory(
        court=rehearsal.courts.get(code="nmd"), pacer_account=account, **more
    )


def test_a_newcomer_without_an_account_is_told_the_whole_way(rehearsal):
    know, link = steps_of(rehearsal, "x02", FIRST_RUSH)[2:]
    assert "no old login to know" in know.reason
    assert "First register for your own PACER account" in link.reason


@pytest.mark.parametrize("at", [SEED_MOMENT, WEEKEND, LIVE - timedelta(seconds=1)])
def test_a_newcomer_waits_for_go_live(rehearsal, nina, at):
    check(rehearsal, "x02", at, "done done wait wait", Action.MOVE_CLOCK)
    assert "opens on Monday, April 20, 2020" in steps_of(rehearsal, "x02", at)[3].reason


def test_from_go_live_on_a_newcomer_registers_to_e_file(rehearsal, nina):
    check(rehearsal, "x02", LIVE, "done done wait todo", Action.ASK)


@pytest.mark.parametrize(
    ("status", "step", "action", "words"),
    [
        ("submitted", "going", Action.SEE_REQUEST, "pending since April 20, 2020"),
        ("more_info", "going", Action.SEE_REQUEST, "asks you for more"),
        ("rejected", "todo", Action.ASK, "did not approve your request"),
        ("withdrawn", "todo", Action.ASK, "Register to e-file"),
    ],
)
def test_the_fourth_step_says_how_the_request_stands(rehearsal, nina, status, step, action, words):
    request_of(rehearsal, nina, status=status, decided_at=FIRST_RUSH)
    check(rehearsal, "x02", FIRST_RUSH, f"done done wait {step}", action)
    assert words in steps_of(rehearsal, "x02", FIRST_RUSH)[3].reason


def test_the_newest_request_counts(rehearsal, nina):
    request_of(rehearsal, nina, status="rejected", decided_at=FIRST_RUSH)
    request_of(rehearsal, nina)
    check(rehearsal, "x02", FIRST_RUSH, "done done wait going", Action.SEE_REQUEST)


def test_an_approved_newcomer_is_done_and_a_withdrawn_one_may_ask_again(rehearsal, nina):
    record = CmecfAccountFactory(
        court=rehearsal.courts.get(code="nmd"), login="PACER 1", persona="x02",
        came_by="registration", pacer_account=nina, linked_at=LIVE,
    )  # fmt: skip
    request_of(rehearsal, nina, status="processed", decided_at=LIVE, cmecf_account=record)
    check(rehearsal, "x02", FIRST_RUSH, "done done done done", Action.FILE)
    assert rows(rehearsal, "Nina Newcomer")[0][3:] == ("PACER 1", "none: PACER's is used")
    record.pacer_account, record.linked_at, record.is_active = None, None, False
    record.save()
    check(rehearsal, "x02", FIRST_RUSH, "done done wait todo", Action.ASK)


def test_who_should_link_is_not_sent_to_the_queue_by_her_own_request(rehearsal):
    john = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    request_of(rehearsal, john)
    check(rehearsal, "p02", FIRST_RUSH, "done done todo todo", Action.LINK)
