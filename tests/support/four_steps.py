"""The four steps of a persona, as the home page computes them."""

from datetime import UTC, datetime

from rehearsals.models import Rehearsal
from rehearsals.packs.pack import get_pack
from tests.support.cast import Member
from tests.support.moments import LIVE
from training.home.cast import cast_rows
from training.home.four_steps import four_steps, next_action
from training.home.queries import read_state, situation_of
from training.home.situation import Action, Status, Step

WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)
PACK = get_pack("nmd-2020")
SHORT = {
    "done": Status.COMPLETED,
    "going": Status.IN_PROGRESS,
    "todo": Status.NOT_STARTED,
    "wait": Status.CANNOT_START,
    "none": Status.NOT_NEEDED,
    "stop": Status.PROBLEM,
}


def steps_of(rehearsal: Rehearsal, key: str, at: datetime, at_wall: datetime = WALL) -> list[Step]:
    state = read_state(rehearsal, at_wall=at_wall)
    return four_steps(situation_of(state, PACK.persona(key), at))


def check_steps(
    rehearsal: Rehearsal, key: str, at: datetime, expected: str, action: Action
) -> None:
    """Compare the four statuses (short names, see SHORT) and the next action."""
    steps = steps_of(rehearsal, key, at)
    assert [step.status for step in steps] == [SHORT[word] for word in expected.split()]
    assert next_action(steps)[0] is action
    assert all(step.reason for step in steps)


def cast_cells(rehearsal: Rehearsal, person: str) -> list[tuple[str, ...]]:
    """The rows of the cast table for this person, with the court's code instead of its name."""
    return [
        (row.username, row.pacer_password, row.court[-5:].strip("()"), row.login, row.ecf_password)
        for row in cast_rows(read_state(rehearsal, at_wall=WALL))
        if row.person == person
    ]


def login_rows(rehearsal: Rehearsal, member: Member):
    """The rows of the member's CM/ECF login at the home court."""
    return rehearsal.cmecf_accounts.filter(login=member.login, court__code="nmd")


def link_rows(rehearsal: Rehearsal, member: Member, number: str) -> None:
    """Link the member's login at the home court to the PACER account with this number."""
    account = rehearsal.pacer_accounts.get(account_number=number)
    login_rows(rehearsal, member).update(pacer_account=account, linked_at=LIVE)
