from datetime import timedelta

import pytest

from cso.mfa.rules import required_updates
from rehearsals.security.totp import matching_step, normalized_code
from tests.support.second_factor import SECRET, STEP, WALL, passcode

NOW = int(WALL.timestamp()) // 30


@pytest.mark.parametrize("late", [-1, 0, 1])
def test_passcode_of_current_or_neighboring_step_matches(late):
    code = passcode(WALL + late * STEP)
    assert matching_step(SECRET, code, at=WALL, last_step=-1) == NOW + late


@pytest.mark.parametrize("late", [-2, 2])
def test_passcode_two_steps_away_does_not_match(late):
    assert matching_step(SECRET, passcode(WALL + late * STEP), at=WALL, last_step=-1) is None


@pytest.mark.parametrize(
    ("seconds", "is_right"), [(0, True), (44, True), (45, False), (-46, False), (-45, True)]
)
def test_passcode_validity_to_the_second(seconds, is_right):
    code = passcode(WALL)  # shown from :00 to :29, WALL is :15
    at = WALL + timedelta(seconds=seconds)
    assert (matching_step(SECRET, code, at=at, last_step=-1) is not None) is is_right


def test_used_and_older_steps_do_not_match():
    assert matching_step(SECRET, passcode(), at=WALL, last_step=NOW) is None
    assert matching_step(SECRET, passcode(WALL - STEP), at=WALL, last_step=NOW) is None
    assert matching_step(SECRET, passcode(WALL + STEP), at=WALL, last_step=NOW) == NOW + 1


@pytest.mark.parametrize("code", ["", "000000x", "ａｂｃ", "12345"])
def test_malformed_passcode_does_not_match(code):
    assert matching_step(SECRET, code, at=WALL, last_step=-1) is None


def test_code_normalization_ignores_spaces_hyphens_and_case():
    assert normalized_code(" 123 456\n") == "123456"
    assert normalized_code("ABCD-efgh") == "abcdefgh"


@pytest.mark.parametrize(
    ("changes", "asked", "must"),
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
def test_only_filers_must_enroll_after_three_skips(changes, asked, must):
    usual = {"era": "2025", "is_enrolled": False, "is_legacy": False, "is_filer": False}
    needed = required_updates(**(usual | {"skips": 0, "is_old": False} | changes))
    assert (bool(needed), needed.must_enroll) == (asked, must)
    assert needed.may_skip is not must


def test_old_password_update_cannot_be_skipped():
    needed = required_updates(
        era="2025", is_enrolled=True, is_legacy=False, is_filer=False, skips=0, is_old=True
    )
    assert needed
    assert not needed.may_skip
