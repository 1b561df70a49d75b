"""The cast table: current practice credentials of each person."""

import pytest

from tests.support.cast import ADELE, GILBERT, MIRIAM, NOEL, RUTH
from tests.support.factories import PacerAccountFactory
from tests.support.four_steps import cast_cells, link_rows, login_rows

pytestmark = pytest.mark.django_db


def test_cast_lists_each_account_in_each_court(rehearsal):
    assert cast_cells(rehearsal, NOEL.name) == [
        (NOEL.username, NOEL.password, "nmd", NOEL.login, NOEL.ecf_password)
    ]
    assert [row[2:4] for row in cast_cells(rehearsal, "Hector Trustee")] == [
        ("nmd", "htrustee2"),
        ("nmb", "htrustee"),
        ("nmb", "hattyfile"),
    ]
    assert cast_cells(rehearsal, RUTH.name) == [(RUTH.username, RUTH.password, "", "", "")]
    assert cast_cells(rehearsal, "Dana Litigant")[0][:2] == ("none yet", "")
    assert cast_cells(rehearsal, GILBERT.name)[0][4] == "forgotten"
    assert [row[0] for row in cast_cells(rehearsal, MIRIAM.name)] == [
        "miriamesquire",
        "miriamesquire",
        "miriamcja",
    ]


def test_changed_password_is_not_shown(rehearsal):
    rehearsal.pacer_accounts.filter(username=NOEL.username).update(password="another")
    login_rows(rehearsal, NOEL).update(password="another")
    changed = "changed in this rehearsal"
    assert cast_cells(rehearsal, NOEL.name) == [
        (NOEL.username, changed, "nmd", NOEL.login, changed)
    ]


def test_new_username_and_linked_login_are_shown(rehearsal):
    noel = rehearsal.pacer_accounts.get(username=NOEL.username)
    noel.rename("noelinthemesa")
    noel.save()
    link_rows(rehearsal, NOEL, NOEL.number)
    username, _, _, login, password = cast_cells(rehearsal, NOEL.name)[0]
    assert (username, login) == ("noelinthemesa", NOEL.login)
    assert password == "linked: no longer works"


def test_registered_account_is_listed_without_its_password(rehearsal):
    mine = PacerAccountFactory(rehearsal=rehearsal, persona="p03", username="adelecounsel")
    other = PacerAccountFactory(rehearsal=rehearsal, first_name="Nina", last_name="Newcomer")
    assert (mine.username, "the one you chose") in [
        row[:2] for row in cast_cells(rehearsal, ADELE.name)
    ]
    assert cast_cells(rehearsal, "Nina Newcomer") == [
        (other.username, "the one you chose", "", "", "")
    ]
