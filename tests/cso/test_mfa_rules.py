"""When a passcode is right, and who must enroll."""

from datetime import timedelta

import pytest

from cso.mfa.rules import matching_step, normalized_code, required_updates
from tests.support.second_factor import SECRET, STEP, WALL, passcode

NOW = int(WALL.timestamp()) // 30


@pytest.mark.parametrize("late", [-1, 0, 1])
def test_a_passcode_of_this_step_or_a_neighbour_is_right(late):
    code = passcode(WALL + late * STEP)
    assert matching_step(SECRET, code, at=WALL, last_step=-1) == NOW + late


@pytest.mark.parametrize("late", [-2, 2])
def test_one_of_two_steps_away_is_wrong(late):
    assert matching_step(SECRET, passcode(WALL + late * STEP), at=WALL, last_step=-1) is None


@pytest.mark.parametrize(
    ("seconds", "is_right"), [(0, True), (44, True), (45, False), (-46, False), (-45, True)]
)
def test_to_the_second_a_passcode_lives_one_step_longer_on_both_sides(seconds, is_right):
    code = passcode(WALL)  # shown from :00 to :29, WALL is :15
    at = WALL + timedelta(seconds=seconds)
    assert (matching_step(SECRET, code, at=at, last_step=-1) is not None) is is_right


def test_no_step_counts_twice_nor_an_older_one():
    assert matching_step(SECRET, passcode(), at=WALL, last_step=NOW) is None
    assert matching_step(SECRET, passcode(WALL - STEP), at=WALL, last_step=NOW) is None
    assert matching_step(SECRET, passcode(WALL + STEP), at=WALL, last_step=NOW) == NOW + 1


@pytest.mark.parametrize("code", ["", "000000x", "ａｂｃ", "12345"])
def test_what_is_no_passcode_is_wrong(code):
    assert matching_step(SECRET, code, at=WALL, last_step=-1) is None


def test_codes_are_compared_without_spaces_hyphens_and_case():
    assert normalized_code(" 123 456\n") == "123456"
    assert normalized_code("ABCD-efgh") == "abcdefgh"


@pytest.mark.parametrize(
    ("stands", "asked", "must"),
    [
        ({}, True, False),
        ({"era": "2020", "is_filer": True, "skips": 3}, False, False),
        ({"is_filer": True, "skips": 2}, True, False),
        ({"is_filer": True, "skips": 3}, True, True),
        ({"is_filer": False, "skips": 3}, True, False),
        ({"is_enrolled": True, "is_filer": True, "skips": 3}, False, False),
        ({"is_legacy": True}, False, False),
    ],
)
def test_filers_must_enrol_after_three_skips_and_nobody_else(stands, asked, must):
    usual = {"era": "2025", "is_enrolled": False, "is_legacy": False, "is_filer": False}
    needed = required_updates(**(usual | {"skips": 0, "is_old": False} | stands))
    assert (bool(needed), needed.must_enroll) == (asked, must)
    assert needed.may_skip is not must


def test_an_old_password_cannot_be_put_off():
    needed = required_updates(
        era="2025", is_enrolled=True, is_legacy=False, is_filer=False, skips=0, is_old=True
    )
    assert needed
    assert not needed.may_skip
