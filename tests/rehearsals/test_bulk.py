"""A trainer's changes of several rehearsals, and what the list shows of a class."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rehearsals import services
from rehearsals.activity.services import record_activity
from rehearsals.cleanup.services import end
from rehearsals.clock.clock import wall_now
from rehearsals.models import ClockManner, Rehearsal
from rehearsals.options.services import change_options
from rehearsals.packs.pack import get_pack
from rehearsals.staff.bulk import forms
from tests.support.cast import GILBERT, NOEL
from tests.support.docketed import case_of
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.staff import staff_client, working
from tests.support.visitor import hold

pytestmark = pytest.mark.django_db
LIST = "/admin/rehearsals/rehearsal/"


@pytest.fixture
def trainer(rehearsal):
    """A trainer who sees all rehearsals."""
    return staff_client("Trainers")


def chosen(action: str, *rehearsals: Rehearsal, **typed: str) -> dict:
    keys = [rehearsal.pk for rehearsal in rehearsals]
    confirmed = {"confirmed": "yes"} if typed else {}
    return {"action": action, "_selected_action": keys, "rehearsal": "", **confirmed, **typed}


def do(trainer, action, *rehearsals, **typed) -> str:
    return page_text(trainer.post(LIST, chosen(action, *rehearsals, **typed), follow=True))


def court_time(rehearsal):
    rehearsal.clock.refresh_from_db()
    return rehearsal.clock.read(wall_now())


def share_clock(first, second):
    Rehearsal.objects.filter(pk=second.pk).update(clock=first.clock)
    second.refresh_from_db()


@pytest.mark.parametrize(
    "action",
    ["set_clock", "set_clock_control", "set_era", "set_link_policy", "set_title", "reset_chosen"],
)
def test_each_action_asks_first_and_names_title_and_code(trainer, rehearsal, action):
    before = Rehearsal.objects.filter(pk=rehearsal.pk).values().get()
    lines = rehearsal.activities.count()
    page = do(trainer, action, rehearsal)
    assert "1 rehearsal will change" in page
    assert f"Test rehearsal {rehearsal.code}" in page
    assert Rehearsal.objects.filter(pk=rehearsal.pk).values().get() == before
    assert rehearsal.activities.count() == lines


def test_clock_is_set_for_all_and_each_log_says_so(trainer, rehearsal, other_rehearsal):
    page = do(trainer, "set_clock", rehearsal, other_rehearsal, moment="live", manner="held")
    both = f"Test rehearsal ({rehearsal.code}), Another rehearsal ({other_rehearsal.code})"
    assert f"8:00:00 am MT, in 2 rehearsals: {both}." in page
    for one in (rehearsal, other_rehearsal):
        assert court_time(one) == LIVE
        line = one.activities.first()
        assert (line.what, line.who) == ("clock.moved", "staff trainer")


def test_typed_time_sets_clocks_and_an_impossible_one_sets_none(trainer, rehearsal):
    page = do(trainer, "set_clock", rehearsal, at="2020-11-01 01:30", manner="held")
    assert "so this time happened twice" in page
    assert court_time(rehearsal) == SEED_MOMENT
    do(trainer, "set_clock", rehearsal, at="2020-04-20 08:00:00", manner="held")
    assert court_time(rehearsal) == LIVE


def test_moment_and_typed_time_together_are_refused(trainer, rehearsal):
    typed = {"moment": "live", "at": "2020-04-20 08:00:00", "manner": "held"}
    assert "Choose a moment or type a time, not both." in do(
        trainer, "set_clock", rehearsal, **typed
    )
    assert court_time(rehearsal) == SEED_MOMENT


def test_all_clocks_stop_where_they_are(trainer, rehearsal, other_rehearsal):
    do(trainer, "set_clock", rehearsal, other_rehearsal, manner="held")
    other_rehearsal.clock.refresh_from_db()
    assert other_rehearsal.clock.manner == ClockManner.HELD
    assert court_time(rehearsal) == SEED_MOMENT


def test_shared_clock_moves_once_and_the_page_lists_what_moves_too(
    trainer, rehearsal, other_rehearsal
):
    share_clock(rehearsal, other_rehearsal)
    page = do(trainer, "set_clock", rehearsal)
    too = f"These move too: Another rehearsal ({other_rehearsal.code})"
    assert too in page
    before = rehearsal.clock.day_changes
    page = do(trainer, "set_clock", rehearsal, other_rehearsal, moment="live", manner="held")
    assert "in 2 rehearsals" in page
    rehearsal.clock.refresh_from_db()
    assert rehearsal.clock.day_changes == before + 1


def test_rehearsal_without_the_moment_is_named_and_does_not_stop_the_others(
    trainer, rehearsal, other_rehearsal, monkeypatch
):
    of_pack = forms._moments
    monkeypatch.setattr(
        forms, "_moments", lambda one: {} if one.pk == other_rehearsal.pk else of_pack(one)
    )
    before = other_rehearsal.clock.court_at
    assert f"(not in Another rehearsal ({other_rehearsal.code}))" in do(
        trainer, "set_clock", rehearsal, other_rehearsal
    )
    page = do(trainer, "set_clock", rehearsal, other_rehearsal, moment="live", manner="held")
    assert f"Another rehearsal ({other_rehearsal.code}): It has no such moment." in page
    assert f"in 1 rehearsal: Test rehearsal ({rehearsal.code})." in page
    other_rehearsal.clock.refresh_from_db()
    assert other_rehearsal.clock.court_at == before


def test_rules_are_set_and_logged(trainer, rehearsal, other_rehearsal):
    do(trainer, "set_era", rehearsal, other_rehearsal, era="2025")
    do(trainer, "set_link_policy", rehearsal, other_rehearsal, link_policy="realistic")
    do(trainer, "set_clock_control", rehearsal, other_rehearsal, clock_control="staff")
    for one in (rehearsal, other_rehearsal):
        one.refresh_from_db()
        assert [line.detail for line in one.activities.all()[:3]] == [
            "Clock control: Trainers only",
            "Linking a shared PACER account: Realistic",
            "Era: 2025",
        ]


def test_titles_are_numbered_in_the_order_of_the_starts(trainer, rehearsal, other_rehearsal):
    typed = {"pattern": "Seat {number}", "first": "7"}
    page = do(trainer, "set_title", other_rehearsal, rehearsal, **typed)
    assert f"Seat 7 ({rehearsal.code}), Seat 8 ({other_rehearsal.code})" in page
    assert rehearsal.activities.first().detail == "Title: Seat 7"


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("Seat", "Write {number} in the title"),
        ("Another rehearsal", "Write {number} in the title"),
        ("{number}" * 12 + "x" * 92, "at most 100 characters"),
        ("Taken {number}", "Other rehearsals have these titles: Taken 2"),
    ],
)
def test_titles_that_would_not_be_unique_are_refused(
    trainer, rehearsal, other_rehearsal, pattern, sentence
):
    services.start(wall_at=wall_now(), title="Taken 2")
    page = do(trainer, "set_title", rehearsal, other_rehearsal, pattern=pattern, first="1")
    assert sentence in page
    rehearsal.refresh_from_db()
    assert rehearsal.title == "Test rehearsal"


def test_rehearsal_that_ends_meanwhile_does_not_stop_the_others(
    trainer, rehearsal, other_rehearsal, monkeypatch
):
    def end_first(one, **values):
        if one.pk == rehearsal.pk:
            end(Rehearsal.objects.get(pk=one.pk))
        return change_options(one, **values)

    monkeypatch.setattr("rehearsals.staff.bulk.services.change_options", end_first)
    code = rehearsal.code
    page = do(trainer, "set_era", rehearsal, other_rehearsal, era="2025")
    assert f"Test rehearsal ({code}): It has ended." in page
    assert "Era set, in 1 rehearsal: Another rehearsal" in page


def test_clerk_cannot_change_several_rehearsals(rehearsal):
    clerk = staff_client("Clerks", rehearsal)
    clerk.post(LIST, chosen("set_era", rehearsal, era="2025") | {"rehearsal": rehearsal.code})
    rehearsal.refresh_from_db()
    assert rehearsal.era == "2020"


def test_action_in_one_rehearsal_leaves_the_others(trainer, rehearsal, other_rehearsal):
    working(trainer, rehearsal)
    data = chosen("set_era", rehearsal, other_rehearsal, era="2025")
    trainer.post(LIST, data | {"rehearsal": rehearsal.code})
    other_rehearsal.refresh_from_db()
    assert other_rehearsal.era == "2020"
    assert "See all rehearsals" in trainer.get(LIST).content.decode()


@pytest.mark.parametrize("typed", [{}, {"manner": "held"}])
def test_action_on_rehearsals_that_are_gone_says_so(trainer, rehearsal, typed):
    rehearsal.pk += 1  # of a rehearsal that was deleted
    assert "Nothing was done." in do(trainer, "set_clock", rehearsal, **typed)


def progress(trainer) -> dict[str, tuple[str, ...]]:
    rows = trainer.get(LIST).context["cl"].result_list
    found = {row.title: row.progress for row in rows}
    return {title: (one.people, one.done, one.problem) for title, one in found.items() if one}


def switch(rehearsal, name: str) -> None:
    record_activity(rehearsal, "people.sat_down", at=SEED_MOMENT, who=name)


def test_list_shows_who_practices_and_how_many_steps_are_done(
    trainer, rehearsal, other_rehearsal, visitor
):
    assert "Nobody yet" in page_text(trainer.get(LIST))
    visitor.post(f"/people/{GILBERT.key}/")
    visitor.post(f"/people/{NOEL.key}/")
    hold(other_rehearsal, SEED_MOMENT)
    record_activity(other_rehearsal, "cso.sign_on", at=SEED_MOMENT, who=f"PACER {NOEL.number}")
    people = (NOEL.name, GILBERT.name)
    assert progress(trainer) == {
        "Test rehearsal": (people, 1, 0),
        "Another rehearsal": ((NOEL.name,), 1, 0),
    }
    rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    assert progress(trainer)["Test rehearsal"] == (people, 2, 0)
    services.reset(rehearsal, wall_at=wall_now())
    assert "Test rehearsal" not in progress(trainer)


def test_list_counts_the_filings_of_each_rehearsal(trainer, rehearsal, other_rehearsal):
    for one, filings in ((rehearsal, 2), (other_rehearsal, 0)):
        switch(one, NOEL.name)
        entries = list(case_of(one).entries.filter(number__lte=filings))
        for entry in entries:
            entry.filing_key = f"filing {entry.number}"
            entry.save()
    rows = trainer.get(LIST).context["cl"].result_list
    found = {row.title: row.progress.filings for row in rows if row.progress}
    assert found == {"Test rehearsal": 2, "Another rehearsal": 0}


def test_list_query_count_does_not_grow(trainer, rehearsal, other_rehearsal):
    name = get_pack(rehearsal.pack).personas[0].name
    switch(rehearsal, name)
    with CaptureQueriesContext(connection) as one:
        trainer.get(LIST)
    switch(other_rehearsal, name)
    with CaptureQueriesContext(connection) as two:
        trainer.get(LIST)
    assert len(two) == len(one)


def test_search_takes_a_pasted_address(trainer, rehearsal, other_rehearsal):
    page = trainer.get(LIST, {"q": f"https://example.org{rehearsal.mount}/mail/"})
    assert [row.pk for row in page.context["cl"].result_list] == [rehearsal.pk]
