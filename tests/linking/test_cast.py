"""The table of the cast: whose credentials stand there, and as what."""

import pytest

from tests.linking.test_readiness import WALL, on_file, tie
from tests.support.cast import ADELE, GILBERT, MIRIAM, NOEL, RUTH
from tests.support.factories import PacerAccountFactory
from training.home.queries import cast_rows, read_world

pytestmark = pytest.mark.django_db


def rows(rehearsal, person):
    found = cast_rows(read_world(rehearsal, at_wall=WALL))
    return [
        (row.username, row.pacer_password, row.court[-5:].strip("()"), row.login, row.ecf_password)
        for row in found
        if row.person == person
    ]


def test_the_cast_shows_each_account_at_each_court(rehearsal):
    assert rows(rehearsal, NOEL.name) == [
        (NOEL.username, NOEL.password, "nmd", NOEL.login, NOEL.ecf_password)
    ]
    assert [row[2:4] for row in rows(rehearsal, "Hector Trustee")] == [
        ("nmd", "htrustee2"),
        ("nmb", "htrustee"),
        ("nmb", "hattyfile"),
    ]
    assert rows(rehearsal, RUTH.name) == [(RUTH.username, RUTH.password, "", "", "")]
    assert rows(rehearsal, "Dana Litigant")[0][:2] == ("none yet", "")
    assert rows(rehearsal, GILBERT.name)[0][4] == "forgotten"
    assert [row[0] for row in rows(rehearsal, MIRIAM.name)] == [
        "miriamesquire",
        "miriamesquire",
        "miriamcja",
    ]


def test_a_password_is_shown_only_while_it_is_the_packs(rehearsal):
    rehearsal.pacer_accounts.filter(username=NOEL.username).update(password="another")
    on_file(rehearsal, NOEL).update(password="another")
    changed = "changed in this rehearsal"
    assert rows(rehearsal, NOEL.name) == [(NOEL.username, changed, "nmd", NOEL.login, changed)]


def test_a_new_username_and_a_dead_login_are_shown(rehearsal):
    noel = rehearsal.pacer_accounts.get(username=NOEL.username)
    noel.rename("noelinthemesa")
    noel.save()
    tie(rehearsal, NOEL, NOEL.number)
    username, _, _, login, password = rows(rehearsal, NOEL.name)[0]
    assert (username, login) == ("noelinthemesa", NOEL.login)
    assert password == "linked: this login is dead"


def test_who_registered_here_is_listed_with_a_password_nobody_prints(rehearsal):
    mine = PacerAccountFactory(rehearsal=rehearsal, persona="p03", username="adelecounsel")
    other = PacerAccountFactory(rehearsal=rehearsal, first_name="Nina", last_name="Newcomer")
    assert (mine.username, "the one you chose") in [row[:2] for row in rows(rehearsal, ADELE.name)]
    assert rows(rehearsal, "Nina Newcomer") == [(other.username, "the one you chose", "", "", "")]
