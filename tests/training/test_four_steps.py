"""The four steps of each person of the cast, phase by phase, from the state alone."""

from datetime import timedelta

import pytest

from tests.support.cast import ADELE, FERN, GILBERT, JOHN, NOEL, OWEN, RUTH
from tests.support.factories import PacerAccountFactory
from tests.support.four_steps import PACK, WALL, check_steps, link_rows, login_rows, steps_of
from tests.support.moments import FIRST_RUSH, LIVE, SEED_MOMENT, WEEKEND
from training.home.situation import Action, Status

pytestmark = pytest.mark.django_db

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
        ("done done none none", Action.NOTHING),
        ("done done none none", Action.NOTHING),
        ("done done none none", Action.NOTHING),
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
        ("done done none none", Action.NOTHING),
        ("done done none none", Action.NOTHING),
        ("done done none none", Action.NOTHING),
    ),
    (
        "x02 Nina: no account anywhere",
        ("todo wait none wait", Action.REGISTER),
        ("todo wait none wait", Action.REGISTER),
        ("todo wait none wait", Action.REGISTER),
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
        ("todo none none none", Action.OPEN_BILLING),
        ("todo none none none", Action.OPEN_BILLING),
        ("todo none none none", Action.OPEN_BILLING),
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
def test_initial_steps_of_each_person(rehearsal, case):
    check_steps(rehearsal, *case)


def test_table_covers_the_whole_cast():
    assert {row[0][:3] for row in TABLE} == {persona.key for persona in PACK.personas}


def test_step_4_shows_opening_time_until_go_live(rehearsal):
    before = steps_of(rehearsal, "p02", LIVE - timedelta(seconds=1))[3]
    assert "Monday, April 20, 2020, at 8:00 am MT" in before.reason
    assert (before.status, before.is_timed) == (Status.CANNOT_START, True)
    assert steps_of(rehearsal, "p02", LIVE)[3].status is Status.NOT_STARTED


def test_step_2_distinguishes_upgraded_from_opened_as_upgraded(rehearsal):
    noel = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    noel.mark_upgraded(SEED_MOMENT)
    noel.save()
    assert steps_of(rehearsal, "p01", SEED_MOMENT)[1].reason == "Upgraded on March 27, 2020."
    assert "Opened on March 14, 2016" in steps_of(rehearsal, "p02", SEED_MOMENT)[1].reason


def test_legacy_sign_in_completes_step_3_in_every_phase(rehearsal):
    login_rows(rehearsal, JOHN).update(last_signed_in_at=SEED_MOMENT)
    for at in PHASES:
        step = steps_of(rehearsal, "p02", at)[2]
        assert step.status is Status.COMPLETED
        assert "March 27, 2020" in step.reason


def test_link_completes_steps_3_and_4(rehearsal):
    link_rows(rehearsal, JOHN, JOHN.number)
    check_steps(rehearsal, "p02", FIRST_RUSH, "done done done done", Action.FILE)


def test_unlinked_account_in_another_court_keeps_step_4_open(rehearsal):
    rehearsal.pacer_accounts.update(account_type="upgraded")
    link_rows(rehearsal, OWEN, OWEN.number)
    check_steps(rehearsal, "p06", FIRST_RUSH, "done done done going", Action.LINK)
    step = steps_of(rehearsal, "p06", FIRST_RUSH)[3]
    assert (step.at_court.code, "Still to link: Bankruptcy" in step.reason) == ("nmb", True)


def test_link_in_another_court_does_not_count(rehearsal):
    for at in (SEED_MOMENT, FIRST_RUSH):
        assert "doesn't count here" in steps_of(rehearsal, "p10", at)[3].reason


def test_link_to_shared_account_is_a_problem(rehearsal):
    link_rows(rehearsal, ADELE, ADELE.number)
    check_steps(rehearsal, "p03", FIRST_RUSH, "todo wait wait stop", Action.CALL_COURT)
    reason = steps_of(rehearsal, "p03", FIRST_RUSH)[3].reason
    assert "acounsel is linked to a PACER account that you share with others." in reason


def test_link_by_a_colleague_is_a_problem(rehearsal):
    link_rows(rehearsal, ADELE, RUTH.number)
    know, link = steps_of(rehearsal, "p03", FIRST_RUSH)[2:]
    assert know.status is Status.CANNOT_START
    assert link.status is Status.PROBLEM
    assert "acounsel is linked to a PACER account of someone else." in link.reason


def test_linking_a_colleagues_login_names_the_colleague_and_the_court(rehearsal):
    link_rows(rehearsal, ADELE, RUTH.number)
    check_steps(rehearsal, "p07", FIRST_RUSH, "done done none stop", Action.CALL_COURT)
    assert (
        "acounsel, the login of Adele Counsel" in steps_of(rehearsal, "p07", FIRST_RUSH)[3].reason
    )


def test_own_account_counts_before_the_shared_one(rehearsal):
    PacerAccountFactory(rehearsal=rehearsal, persona="p03", username="adelecounsel")
    check_steps(rehearsal, "p03", FIRST_RUSH, "done done todo todo", Action.LINK)
    assert "adelecounsel" in steps_of(rehearsal, "p03", FIRST_RUSH)[0].reason


def test_closed_account_and_special_character_need_the_court(rehearsal):
    login_rows(rehearsal, JOHN).update(is_active=False)
    assert steps_of(rehearsal, "p02", FIRST_RUSH)[3].status is Status.PROBLEM
    rehearsal.refuses_special_logins = True
    assert steps_of(rehearsal, "p06", SEED_MOMENT)[3].status is Status.PROBLEM
    rehearsal.refuses_special_logins = False
    assert steps_of(rehearsal, "p06", SEED_MOMENT)[3].status is Status.CANNOT_START


def reset_link(rehearsal, who, made_at=WALL):
    account = login_rows(rehearsal, who).get()
    account.reset_links.create(rehearsal=rehearsal, token_digest=who.login, made_at=made_at)


def test_reset_after_the_court_corrects_the_email(rehearsal):
    login_rows(rehearsal, GILBERT).update(email="gilbert@example.com")
    check_steps(rehearsal, "p04", SEED_MOMENT, "done done stop wait", Action.RESET)
    reset_link(rehearsal, GILBERT)
    check_steps(rehearsal, "p04", SEED_MOMENT, "done done going wait", Action.READ_MAIL)
    login_rows(rehearsal, GILBERT).update(password="a new one")
    check_steps(rehearsal, "p04", SEED_MOMENT, "done done done wait", Action.MOVE_CLOCK)
    check_steps(rehearsal, "p04", FIRST_RUSH, "done done done todo", Action.LINK)


def test_expired_reset_link_is_not_progress(rehearsal):
    login_rows(rehearsal, GILBERT).update(email="gilbert@example.com")
    reset_link(rehearsal, GILBERT, made_at=WALL - timedelta(hours=24))
    check_steps(rehearsal, "p04", SEED_MOMENT, "done done stop wait", Action.RESET)


def test_undone_link_requires_a_new_password(rehearsal):
    login_rows(rehearsal, JOHN).update(must_reset_password=True, password="!")
    check_steps(rehearsal, "p02", FIRST_RUSH, "done done stop wait", Action.RESET)


def test_bookkeeper_is_sent_to_firm_billing(visitor):
    visitor.post("/people/x06/", follow=True)
    page = visitor.get("/").content.decode()
    assert "Open a billing account for your office" in page
    assert f'href="{visitor.rehearsal.mount}/pacer/">Open the PACER site' in page


def test_bookkeeper_with_billing_account_only_adds_attorneys(rehearsal):
    PacerAccountFactory(rehearsal=rehearsal, holder_kind="paa", persona=FERN.key)
    first, *others = steps_of(rehearsal, FERN.key, LIVE)
    assert (first.status, first.action) == (Status.COMPLETED, Action.ADD_ACCOUNTS)
    assert "PAA Maintenance" in first.reason
    assert {step.status for step in others} == {Status.NOT_NEEDED}
