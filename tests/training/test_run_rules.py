"""Whose an act of the log is, and the wrong turns of a run. Pure rules over typed entries."""

from datetime import timedelta

import pytest

from tests.support.moments import DAY_TWO, FIRST_RUSH, LIVE, OUTAGE, SEED_MOMENT, WEEKEND
from training.home.situation import Action
from training.run.hazards import Run, hazards
from training.run.hints import Hint, hints_by_step, step_of
from training.run.log import Entry, Person, acts_of
from training.run.summary import duration_text
from training.run.wrong_turns import Recovery, failed_acts

MINE, OFFICE, STRANGER = "PACER 7990023", "PACER 7990003", "PACER 7990002"
LOGIN, JOHNS = "CM/ECF gcounsel", "CM/ECF jattorney"
GRANT = Person(
    "Grant Counsel",
    own=frozenset({MINE, LOGIN}),
    shared=frozenset({OFFICE}),
    others=frozenset({STRANGER, JOHNS}),
)


def entry(what, who=MINE, outcome="done", detail="", at=FIRST_RUSH):
    return Entry(what, who, outcome, detail, at, at)


CHOSEN = entry("people.sat_down", "Grant Counsel", at=SEED_MOMENT)
LINKED = entry("link.made", detail=f"nmd: {LOGIN}")
JOHN_LINKED = entry("link.made", detail=f"nmd: {JOHNS}")
RETURNED = entry("bookmark.returned", "Grant Counsel", detail="link of jattorney")


def test_act_without_a_known_name_belongs_to_the_person_chosen_before_it():
    other = entry("people.sat_down", "John Attorney")
    log = [CHOSEN, entry("cso.sign_on", "", "failed"), other, entry("cso.sign_on", "", "failed")]
    assert acts_of(GRANT, log) == log[:2]


def run(*entries, **facts):
    log = (CHOSEN, *entries)
    dates = {"closes_at": OUTAGE, "opens_at": LIVE, "now": FIRST_RUSH} | facts
    person = dates.pop("person", GRANT)
    return Run(person=person, entries=log, acts=tuple(acts_of(person, log)), home="nmd", **dates)


def met(*entries, **facts):
    return [(turn.what, turn.recovery) for turn in hazards(run(*entries, **facts))]


UNDONE_BY_COURT = entry(
    "link.undone", "staff clerk", detail=f"nmd: {JOHNS} from {MINE}: wrong person"
)


@pytest.mark.parametrize(
    ("later", "links", "recovery"),
    [
        ((), ((JOHNS, MINE),), Recovery.LEFT),
        ((RETURNED,), (), Recovery.UNDONE),
        ((RETURNED, JOHN_LINKED), ((JOHNS, MINE),), Recovery.LEFT),
        ((UNDONE_BY_COURT,), (), Recovery.REPAIRED),
    ],
    ids=["left", "undone", "repeated", "repaired"],
)
def test_someone_elses_login_linked(later, links, recovery):
    first = met(JOHN_LINKED, *later, links=links)[0]
    assert first == (f"You linked {JOHNS}, which is someone else's account.", recovery)


def test_shared_account_linked():
    linked = entry("link.made", OFFICE, detail=f"nmd: {LOGIN}")
    (found,) = met(linked, links=((LOGIN, OFFICE),))
    assert "an account that an office shares" in found[0]


@pytest.mark.parametrize(("differ", "count"), [((LOGIN,), 1), ((), 0)])
def test_name_mismatch_ignored(differ, count):
    found = met(LINKED, links=((LOGIN, MINE),), names_differ=frozenset(differ))
    assert len(found) == count
    assert all("although the two names were different" in what for what, _ in found)


def test_wrong_user_type_counts_only_if_chosen_in_the_run():
    types = ((MINE, "STUDENT"),)
    assert met(wrong_user_types=types) == []
    (found,) = met(entry("pacer.upgrade"), wrong_user_types=types)
    assert found == (f"You chose the User Type STUDENT for {MINE}.", Recovery.LEFT)


TESTED = entry("cmecf.sign_in", LOGIN, detail="nmd: filer", at=SEED_MOMENT)
UPGRADED = entry("pacer.upgrade", at=SEED_MOMENT)
PROVEN = entry("link.prove", LOGIN, detail=f"nmd: by {MINE}")


@pytest.mark.parametrize(
    ("entries", "now", "found"),
    [
        ([TESTED], WEEKEND, None),
        ([], OUTAGE - timedelta(seconds=1), None),
        ([], OUTAGE, ("You did nothing before", Recovery.LEFT)),
        ([UPGRADED], WEEKEND, ("You didn't test your CM/ECF login", Recovery.LEFT)),
        ([UPGRADED, PROVEN], FIRST_RUSH, ("You didn't test", Recovery.DONE_RIGHT)),
    ],
    ids=["tested", "not yet", "nothing", "not tested", "later"],
)
def test_login_not_tested_before_the_outage(entries, now, found):
    turns = met(*entries, now=now, logins=frozenset({LOGIN}))
    assert len(turns) == (found is not None)
    for what, recovery in turns:
        assert (what.startswith(found[0]), recovery) == (True, found[1])


ASKED = entry("efile.requested", detail="nmd: Attorney")


@pytest.mark.parametrize(
    ("later", "facts", "recovery"),
    [
        ((), {"open_requests": frozenset({FIRST_RUSH})}, Recovery.LEFT),
        ((entry("efile.withdrawn", detail="nmd"),), {}, Recovery.WITHDRAWN),
        ((entry("efile.rejected", "staff clerk", detail=f"nmd: {MINE}"),), {}, Recovery.REPAIRED),
        ((entry("link.merged", "staff clerk", detail="nmd: a into b"),), {}, Recovery.REPAIRED),
        ((RETURNED,), {}, Recovery.UNDONE),
    ],
    ids=["left", "withdrawn", "rejected", "merged", "undone"],
)
def test_asking_to_e_file_instead_of_linking(later, facts, recovery):
    found = met(TESTED, ASKED, *later, logins=frozenset({LOGIN}), **facts)
    assert [one for _, one in found] == [recovery]
    assert met(ASKED, *later, **facts) == []  # a newcomer has to ask


def test_relying_on_another_courts_link_shows_a_day_after_go_live():
    facts = {"logins": frozenset({LOGIN}), "is_linked_elsewhere": True}
    assert met(TESTED, now=DAY_TWO - timedelta(hours=2), **facts) == []
    (found,) = met(TESTED, now=DAY_TWO, **facts)
    assert "doesn't count in this one" in found[0]
    assert met(TESTED, now=DAY_TWO, links=((LOGIN, MINE),), **facts) == []


def test_equal_failures_are_counted_together_and_made_up_for():
    failed = entry("link.prove", LOGIN, "failed", "nmd: wrong login or password")
    refused = entry("link.refused", MINE, "refused", "nmd: legacy account")
    turns = failed_acts([failed, failed, refused, PROVEN], {"link.prove": "Enter the login"})
    assert [(turn.what, turn.detail, turn.times, turn.recovery) for turn in turns] == [
        ("Enter the login: failed.", "Wrong login or password", 2, Recovery.DONE_RIGHT),
        ("link.refused: refused.", "Legacy account", 1, Recovery.LEFT),
    ]


def test_hints_are_shown_by_step_but_not_the_goal():
    used = [Hint("link", 3), Hint("link", 2), Hint("upgrade", 1), Hint("upgrade", 4), Hint("upgrade", 3),
            Hint("call_court", 4), Hint("no_such_action", 3)]  # fmt: skip
    assert hints_by_step(used) == [
        ("Step 2", "Take me there, Click by click"),
        ("Step 4", "Click by click, Where to start"),
        ("Calling the court", "Take me there, Click by click"),
    ]


def test_every_action_that_starts_on_a_page_has_a_step():
    without = {action for action in Action if step_of(action) is None}
    assert without == {Action.CALL_COURT, Action.FILE, Action.NOTHING}


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(59, "less than a minute"), (60, "1 minute"), (3900, "1 hour 5 minutes"), (86400, "1 day")],
)
def test_time_taken_in_words(seconds, text):
    assert duration_text(timedelta(seconds=seconds)) == text
