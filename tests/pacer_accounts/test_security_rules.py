"""The rules for usernames and passwords, at their boundaries and for any text."""

import string
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacer_accounts.credentials.rules import (
    PASSWORD_CASES,
    PASSWORD_ENDS,
    PASSWORD_LENGTH,
    PASSWORD_LENGTH_2025,
    PASSWORD_MIX,
    PASSWORD_PARTS,
    PASSWORD_SIGNS,
    PASSWORD_SPECIAL,
    USERNAME_LENGTH,
    USERNAME_SIGNS,
    answer_key,
    is_too_old,
    password_faults,
    password_rules,
    personal_parts,
    username_faults,
)
from tests.support.moments import LIVE

ADELE = personal_parts(
    username="acounsel2020",
    email="adele.rivers@example.com",
    names=("Adele", "", "Counsel-Ortiz"),
)


@pytest.mark.parametrize("username", ["a" * 8, "a" * 45, "noelattorney", "a.b-c_d@e", "Adele2020!"])
def test_username_of_8_to_45_keyboard_characters_is_accepted(username):
    assert username_faults(username) == []


@pytest.mark.parametrize("username", ["", "a" * 7, "a" * 46, "tr0042"])
def test_a_username_too_short_or_too_long_breaks_one_rule(username):
    assert username_faults(username) == [USERNAME_LENGTH]


@pytest.mark.parametrize(
    "username",
    ["adele counsel", "adele\tcounsel", "adelecounsel\n", "adèlecounsel", "adele\u202ecounsel",
     "adele\x00counsel", "\N{GRINNING FACE}adelecounsel", "ﷺﷺﷺﷺﷺﷺﷺﷺ"],
)  # fmt: skip
def test_username_with_a_space_or_foreign_character_is_refused(username):
    assert username_faults(username) == [USERNAME_SIGNS]


@pytest.mark.parametrize(
    ("password", "broken"),
    [
        ("Mesa-7!a", []),
        ("Mesa-7a" + "b" * 38, []),
        ("Mesa-7!", [PASSWORD_LENGTH]),
        ("Mesa-7a" + "b" * 39, [PASSWORD_LENGTH]),
        ("quiet-mesa-77", [PASSWORD_CASES]),
        ("QUIET-MESA-77", [PASSWORD_CASES]),
        ("QuietMesaTop", [PASSWORD_MIX]),
        ("Quiet Mesa Top", [PASSWORD_MIX]),
        ("QuietMesaTop7", []),
        ("QuietMesaTop!", []),
        (" QuietMesa7", [PASSWORD_ENDS]),
        ("QuietMesa7 ", [PASSWORD_ENDS]),
        ("Quiet Mesa 7", []),
        ("Quiet\u202eMesa7", [PASSWORD_SIGNS]),
        ("\u00c9toile\u00e9\u00e9\u00e97", []),
        ("", [PASSWORD_LENGTH, PASSWORD_CASES, PASSWORD_MIX]),
    ],
)
def test_password_faults_by_example(password, broken):
    assert password_faults(password, parts=ADELE) == broken


@pytest.mark.parametrize(
    "part",
    ["Adele", "aDeLe", "Counsel-Ortiz", "counsel", "ORTIZ", "acounsel2020", "adele.rivers", "Rivers"],
)  # fmt: skip
def test_password_with_a_personal_part_is_refused(part):
    assert password_faults(f"Zq7!{part}Zq", parts=ADELE) == [PASSWORD_PARTS]


def test_personal_parts_have_at_least_three_characters():
    parts = personal_parts(username="", email="", names=("Jo", "Lee"))
    assert password_faults("Zq7!Jozz", parts=parts) == []
    assert password_faults("Zq7!Leez", parts=parts) == [PASSWORD_PARTS]


def test_password_may_contain_the_email_domain():
    assert password_faults("Example-com-77", parts=ADELE) == []


def test_full_width_spelling_counts_as_the_name():
    assert PASSWORD_PARTS in password_faults("Zq7!ＡＤＥＬＥzz", parts=ADELE)


@given(st.text(max_size=60))
def test_any_text_gets_the_length_fault(text):
    is_short_or_long = not 8 <= len(text) <= 45
    assert (PASSWORD_LENGTH in password_faults(text, parts=ADELE)) is is_short_or_long
    assert (USERNAME_LENGTH in username_faults(text)) is is_short_or_long


@given(
    st.text(string.ascii_lowercase, min_size=6, max_size=20),
    st.sampled_from(string.digits + string.punctuation),
    st.permutations(range(3)),
)
def test_order_of_characters_does_not_matter(small, special, order):
    password = "".join([small, "ZQ", special][place] for place in order)
    assert password_faults(password) == []


@given(st.text(max_size=60), st.sampled_from(sorted(ADELE)))
def test_personal_part_is_found_inside_any_text(text, part):
    assert PASSWORD_PARTS in password_faults("-" + part + "-" + text, parts=ADELE)


@given(st.text(string.ascii_letters + string.digits, max_size=60))
def test_accepted_password_has_8_to_45_characters(password):
    if not password_faults(password):
        assert 8 <= len(password) <= 45


@given(st.text(string.ascii_letters + " ", max_size=30))
def test_case_and_spaces_of_an_answer_make_no_difference(answer):
    assert answer_key(f"  {answer.upper()} ") == answer_key(answer.lower())
    assert answer_key(answer_key(answer)) == answer_key(answer)


# ---- 2025


@pytest.mark.parametrize(
    ("password", "broken"),
    [
        ("Quiet-mesa-top", []),
        ("Quiet-mesa-to", [PASSWORD_LENGTH_2025]),
        ("Quiet-" + "m" * 39, []),
        ("Quiet-" + "m" * 40, [PASSWORD_LENGTH_2025]),
        ("quiet-mesa-top", [PASSWORD_CASES]),
        ("QUIET-MESA-TOP", [PASSWORD_CASES]),
        ("QuietMesaTop77", [PASSWORD_SPECIAL]),
        ("Quiet Mesa Top", [PASSWORD_SPECIAL]),
        ("Quiet-adele-77", [PASSWORD_PARTS]),
        ("Quiet-rivers77", [PASSWORD_PARTS]),
        ("Mesa-7!a", [PASSWORD_LENGTH_2025]),
        ("", [PASSWORD_LENGTH_2025, PASSWORD_CASES, PASSWORD_SPECIAL]),
    ],
)
def test_password_faults_of_2025_by_example(password, broken):
    assert password_faults(password, era="2025", parts=ADELE) == broken


def test_each_era_shows_its_rules_and_2020_is_the_default():
    assert password_rules() == password_rules("2020")
    assert PASSWORD_LENGTH in password_rules("2020")
    assert password_rules("2025")[::2] == (PASSWORD_LENGTH_2025, PASSWORD_SPECIAL)


@pytest.mark.parametrize(
    ("era", "days", "seconds", "too_old"),
    [("2025", 180, 0, False), ("2025", 180, 1, True), ("2020", 4000, 0, False)],
)
def test_password_of_2025_lasts_180_days(era, days, seconds, too_old):
    at = LIVE + timedelta(days=days, seconds=seconds)
    assert is_too_old(LIVE, era, at) is too_old


def test_password_set_before_the_rehearsal_never_expires():
    assert not is_too_old(None, "2025", LIVE)
