"""The four steps of a person who is new to the court, before and after the request to e-file."""

from datetime import timedelta

import pytest

from tests.support.cast import JOHN
from tests.support.factories import (
    CmecfAccountFactory,
    EfileRegistrationFactory,
    PacerAccountFactory,
)
from tests.support.four_steps import cast_cells, check_steps, steps_of
from tests.support.moments import FIRST_RUSH, LIVE, SEED_MOMENT, WEEKEND
from training.home.situation import Action

pytestmark = pytest.mark.django_db


@pytest.fixture
def nina(rehearsal):
    return PacerAccountFactory(rehearsal=rehearsal, persona="x02", username="ninanewcomer")


def request_of(rehearsal, account, **more):
    return EfileRegistrationFactory(
        court=rehearsal.courts.get(code="nmd"), pacer_account=account, **more
    )


def test_newcomer_without_an_account_sees_every_step(rehearsal):
    know, link = steps_of(rehearsal, "x02", FIRST_RUSH)[2:]
    assert "no old login" in know.reason
    assert "First register for your own PACER account" in link.reason


@pytest.mark.parametrize("at", [SEED_MOMENT, WEEKEND, LIVE - timedelta(seconds=1)])
def test_newcomer_waits_for_go_live(rehearsal, nina, at):
    check_steps(rehearsal, "x02", at, "done done none wait", Action.MOVE_CLOCK)
    assert "opens on Monday, April 20, 2020" in steps_of(rehearsal, "x02", at)[3].reason


def test_newcomer_registers_to_e_file_after_go_live(rehearsal, nina):
    check_steps(rehearsal, "x02", LIVE, "done done none todo", Action.ASK)


@pytest.mark.parametrize(
    ("status", "step", "action", "words"),
    [
        ("submitted", "going", Action.SEE_REQUEST, "pending since April 20, 2020"),
        ("more_info", "going", Action.SEE_REQUEST, "needs more information"),
        ("rejected", "todo", Action.ASK, "did not approve your request"),
        ("withdrawn", "todo", Action.ASK, "Register to e-file"),
    ],
)
def test_step_4_shows_the_status_of_the_request(rehearsal, nina, status, step, action, words):
    request_of(rehearsal, nina, status=status, decided_at=FIRST_RUSH)
    check_steps(rehearsal, "x02", FIRST_RUSH, f"done done none {step}", action)
    assert words in steps_of(rehearsal, "x02", FIRST_RUSH)[3].reason


def test_newest_request_counts(rehearsal, nina):
    request_of(rehearsal, nina, status="rejected", decided_at=FIRST_RUSH)
    request_of(rehearsal, nina)
    check_steps(rehearsal, "x02", FIRST_RUSH, "done done none going", Action.SEE_REQUEST)


def test_approved_newcomer_is_done_until_the_court_withdraws(rehearsal, nina):
    record = CmecfAccountFactory(
        court=rehearsal.courts.get(code="nmd"), login="PACER 1", persona="x02",
        origin="registration", pacer_account=nina, linked_at=LIVE,
    )  # fmt: skip
    request_of(rehearsal, nina, status="processed", decided_at=LIVE, cmecf_account=record)
    check_steps(rehearsal, "x02", FIRST_RUSH, "done done done done", Action.FILE)
    assert cast_cells(rehearsal, "Nina Newcomer")[0][3:] == (
        "PACER 1",
        "none (use the PACER login)",
    )
    record.pacer_account, record.linked_at, record.is_active = None, None, False
    record.save()
    check_steps(rehearsal, "x02", FIRST_RUSH, "done done none todo", Action.ASK)


def test_open_request_does_not_replace_the_link_step(rehearsal):
    john = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    request_of(rehearsal, john)
    check_steps(rehearsal, "p02", FIRST_RUSH, "done done todo todo", Action.LINK)
