"""Start a private rehearsal from the lobby and move its clock."""

import pytest

from rehearsals.models import CourtClock
from tests.support.moments import SEED_MOMENT

pytestmark = pytest.mark.django_db(transaction=True)


def test_private_rehearsal_starts_and_its_clock_moves_to_go_live(person):
    person.page.goto(f"{person.server}/")
    person.arrives("Rehearse your court's move to NextGen CM/ECF")
    person.follow("The four steps")
    person.arrives("Step 1: Register for your own individual PACER account")
    person.page.go_back()
    person.click("Start a private rehearsal")
    person.arrives("Who are you today?")
    home = person.page.url
    assert person.rehearsal.code not in home
    person.click("Practice as Noel Attorney")
    person.arrives("Next: step 2 of 4")
    person.reads("Linking opens on Monday, April 20, 2020, at 8:00 am MT.")

    person.follow("Change the time")
    person.arrives("The court clock")
    person.click("Move the clock to Go-live Mon, April 20, 8:00 am")
    person.page.goto(home)
    person.reads("First upgrade your PACER account (step 2).")
    person.checks_page()
    assert CourtClock.objects.get(rehearsals=person.rehearsal).court_at == SEED_MOMENT
