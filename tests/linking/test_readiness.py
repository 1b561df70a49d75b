"""How the four steps stand for the ten people of the cast, phase by phase, from the state alone."""

from datetime import UTC, datetime, timedelta

import pytest

from rehearsals.packs.pack import get_pack
from tests.support.cast import ADELE, GILBERT, JOHN, NOEL, OWEN, RUTH
from tests.support.factories import PacerAccountFactory
from tests.support.moments import FIRST_RUSH, LIVE, SEED_MOMENT, WEEKEND
from training.home.four_steps import Action, Status, four_steps, next_action
from training.home.queries import read_world, standing_of

pytestmark = pytest.mark.django_db

WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)
PACK = get_pack("nmd-2020")
SHORT = {
    "done": Status.COMPLETED,
    "going": Status.IN_PROGRESS,
    "todo": Status.NOT_STARTED,
    "wait": Status.CANNOT_START,
    "stop": Status.PROBLEM,
}


def steps_of(rehearsal, key, at):
    world = read_world(rehearsal, at_wall=WALL)
    return four_steps(standing_of(world, PACK.persona(key), at))


def check(rehearsal, key, at, expected, action):
    steps = steps_of(rehearsal, key, at)
    assert [step.status for step in steps] == [SHORT[word] for word in expected.split()]
    assert next_action(steps)[0] is action
    assert all(step.reason for step in steps)


# person, before the outage, in the outage, after go-live: the four steps and the next action of each
TABLE = [
    (
        "p01 Noel: legacy account",
        ("done todo todo wait", Action.UPGRADE),
        ("done todo wait wait", Action.UPGRADE),
        ("done todo todo wait", Action.UPGRADE),
    ),
    (
        "p02 John: ready",
        ("done done todo wait", Action.LOG_IN),
        ("done done wait wait", Action.MOVE_CLOCK),
        ("done done todo todo", Action.LINK),
    ),
    (
        "p03 Adele: shared account",
        ("todo wait todo wait", Action.REGISTER),
        ("todo wait wait wait", Action.REGISTER),
        ("todo wait todo wait", Action.REGISTER),
    ),
    (
        "p04 Gilbert: forgotten, mail does not reach him",
        ("done done stop wait", Action.CALL_COURT),
        ("done done stop wait", Action.CALL_COURT),
        ("done done stop wait", Action.CALL_COURT),
    ),
    (
        "p05 Teresa: two names",
        ("done done todo wait", Action.LOG_IN),
        ("done done wait wait", Action.MOVE_CLOCK),
        ("done done todo todo", Action.LINK),
    ),
    (
        "p06 Owen: legacy account, two courts",
        ("done todo todo wait", Action.UPGRADE),
        ("done todo wait wait", Action.UPGRADE),
        ("done todo todo wait", Action.UPGRADE),
    ),
    (
        "p07 Ruth: nothing to link",
        ("done done wait wait", Action.NOTHING),
        ("done done wait wait", Action.NOTHING),
        ("done done wait wait", Action.NOTHING),
    ),
    (
        "p08 Hector: three CM/ECF accounts",
        ("done done todo wait", Action.LOG_IN),
        ("done done wait wait", Action.MOVE_CLOCK),
        ("done done todo todo", Action.LINK),
    ),
    (
        "p09 Dana: no PACER account",
        ("todo wait todo wait", Action.REGISTER),
        ("todo wait wait wait", Action.REGISTER),
        ("todo wait todo wait", Action.REGISTER),
    ),
    (
        "p10 Miriam: linked elsewhere",
        ("done done todo wait", Action.LOG_IN),
        ("done done wait wait", Action.MOVE_CLOCK),
        ("done done todo todo", Action.LINK),
    ),
    (
        "x01 Skye: only searches",
        ("done done wait wait", Action.NOTHING),
        ("done done wait wait", Action.NOTHING),
        ("done done wait wait", Action.NOTHING),
    ),
    (
        "x02 Nina: no account anywhere",
        ("todo wait wait wait", Action.REGISTER),
        ("todo wait wait wait", Action.REGISTER),
        ("todo wait wait wait", Action.REGISTER),
    ),
    (
        "x03 Grant: government attorney",
        ("done done todo wait", Action.LOG_IN),
        ("done done wait wait", Action.MOVE_CLOCK),
        ("done done todo todo", Action.LINK),
    ),
    (
        "x04 Max: linked at the bankruptcy court",
        ("done done todo wait", Action.LOG_IN),
        ("done done wait wait", Action.MOVE_CLOCK),
        ("done done todo todo", Action.LINK),
    ),
    (
        "x05 Walter: forgot everything",
        ("stop done stop wait", Action.RECOVER),
        ("stop done stop wait", Action.RECOVER),
        ("stop done stop wait", Action.RECOVER),
    ),
    (
        "x06 Fern: keeps the books",
        ("todo wait wait wait", Action.OPEN_BILLING),
        ("todo wait wait wait", Action.OPEN_BILLING),
        ("todo wait wait wait", Action.OPEN_BILLING),
    ),
]
PHASES = (SEED_MOMENT, WEEKEND, FIRST_RUSH)
CASES = {
    f"{row[0]}, {phase}": (row[0][:3], at, *row[number])
    for row in TABLE
    for number, (phase, at) in enumerate(
        zip(("legacy", "outage", "nextgen"), PHASES, strict=True), 1
    )
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_everybody_starts_where_the_pack_put_them(rehearsal, case):
    check(rehearsal, *case)


def test_the_table_has_the_whole_cast():
    assert {row[0][:3] for row in TABLE} == {persona.key for persona in PACK.personas}


def test_the_fourth_step_says_when_it_opens_until_the_second_of_go_live(rehearsal):
    before = steps_of(rehearsal, "p02", LIVE - timedelta(seconds=1))[3]
    assert "Monday, April 20, 2020, at 8:00 am MT" in before.reason
    assert (before.status, before.is_timed) == (Status.CANNOT_START, True)
    assert steps_of(rehearsal, "p02", LIVE)[3].status is Status.NOT_STARTED


def on_file(rehearsal, who):
    return rehearsal.cmecf_accounts.filter(login=who.login, court__code="nmd")


def tie(rehearsal, who, number):
    account = rehearsal.pacer_accounts.get(account_number=number)
    on_file(rehearsal, who).update(pacer_account=account, linked_at=LIVE)


def test_an_upgrade_is_told_from_an_account_born_upgraded(rehearsal):
    noel = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    noel.mark_upgraded(SEED_MOMENT)
    noel.save()
    assert steps_of(rehearsal, "p01", SEED_MOMENT)[1].reason == "Upgraded on March 27, 2020."
    assert "Opened on March 14, 2016" in steps_of(rehearsal, "p02", SEED_MOMENT)[1].reason


def test_a_legacy_sign_in_completes_step_three_in_every_phase(rehearsal):
    on_file(rehearsal, JOHN).update(last_signed_in_at=SEED_MOMENT)
    for at in PHASES:
        step = steps_of(rehearsal, "p02", at)[2]
        assert step.status is Status.COMPLETED
        assert "March 27, 2020" in step.reason


def test_a_link_completes_three_and_four(rehearsal):
    tie(rehearsal, JOHN, JOHN.number)
    check(rehearsal, "p02", FIRST_RUSH, "done done done done", Action.FILE)


def test_a_person_with_another_court_to_link_is_not_done(rehearsal):
    rehearsal.pacer_accounts.update(account_type="upgraded")
    tie(rehearsal, OWEN, OWEN.number)
    check(rehearsal, "p06", FIRST_RUSH, "done done done going", Action.LINK)
    step = steps_of(rehearsal, "p06", FIRST_RUSH)[3]
    assert (step.at_court.code, "Still to link: Bankruptcy" in step.reason) == ("nmb", True)


def test_a_link_elsewhere_is_said_not_to_count_here(rehearsal):
    for at in (SEED_MOMENT, FIRST_RUSH):
        assert "does not count here" in steps_of(rehearsal, "p10", at)[3].reason


def test_a_link_to_the_shared_account_is_a_problem(rehearsal):
    tie(rehearsal, ADELE, ADELE.number)
    check(rehearsal, "p03", FIRST_RUSH, "todo wait wait stop", Action.CALL_COURT)


def test_a_colleagues_wrong_link_is_a_problem(rehearsal):
    tie(rehearsal, ADELE, RUTH.number)
    know, tie_up = steps_of(rehearsal, "p03", FIRST_RUSH)[2:]
    assert know.status is Status.CANNOT_START
    assert tie_up.status is Status.PROBLEM


def test_who_linked_a_colleagues_login_is_told_whose_it_is_and_whom_to_call(rehearsal):
    tie(rehearsal, ADELE, RUTH.number)
    check(rehearsal, "p07", FIRST_RUSH, "done done wait stop", Action.CALL_COURT)
    assert (
        "acounsel, the login of Adele Counsel" in steps_of(rehearsal, "p07", FIRST_RUSH)[3].reason
    )


def test_her_own_new_account_counts_and_the_shared_one_does_not(rehearsal):
    PacerAccountFactory(rehearsal=rehearsal, persona="p03", username="adelecounsel")
    check(rehearsal, "p03", FIRST_RUSH, "done done todo todo", Action.LINK)
    assert "adelecounsel" in steps_of(rehearsal, "p03", FIRST_RUSH)[0].reason


def test_a_closed_account_and_a_special_character_are_the_courts_to_solve(rehearsal):
    on_file(rehearsal, JOHN).update(is_active=False)
    assert steps_of(rehearsal, "p02", FIRST_RUSH)[3].status is Status.PROBLEM
    rehearsal.refuses_special_logins = True
    assert steps_of(rehearsal, "p06", SEED_MOMENT)[3].status is Status.PROBLEM
    rehearsal.refuses_special_logins = False
    assert steps_of(rehearsal, "p06", SEED_MOMENT)[3].status is Status.CANNOT_START


def reset_link(rehearsal, who, made_at=WALL):
    account = on_file(rehearsal, who).get()
    account.reset_links.create(rehearsal=rehearsal, token_digest=who.login, made_at=made_at)


def test_gilberts_way_out_is_a_call_then_a_mail_then_a_new_password(rehearsal):
    on_file(rehearsal, GILBERT).update(email="gilbert@example.com")
    check(rehearsal, "p04", SEED_MOMENT, "done done stop wait", Action.RESET)
    reset_link(rehearsal, GILBERT)
    check(rehearsal, "p04", SEED_MOMENT, "done done going wait", Action.READ_MAIL)
    on_file(rehearsal, GILBERT).update(password="a new one")
    check(rehearsal, "p04", SEED_MOMENT, "done done done wait", Action.MOVE_CLOCK)
    check(rehearsal, "p04", FIRST_RUSH, "done done done todo", Action.LINK)


def test_a_reset_link_that_grew_old_is_no_progress(rehearsal):
    on_file(rehearsal, GILBERT).update(email="gilbert@example.com")
    reset_link(rehearsal, GILBERT, made_at=WALL - timedelta(hours=24))
    check(rehearsal, "p04", SEED_MOMENT, "done done stop wait", Action.RESET)


def test_an_undone_link_asks_for_a_new_password_first(rehearsal):
    on_file(rehearsal, JOHN).update(must_reset_password=True, password="!")
    check(rehearsal, "p02", FIRST_RUSH, "done done stop wait", Action.RESET)
