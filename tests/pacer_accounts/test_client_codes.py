"""The format language of client codes, at its edges."""

import pytest

from pacer_accounts.preferences import client_codes
from pacer_accounts.preferences.client_codes import (
    MALFORMED,
    MISSING,
    describe,
    example,
    fault,
    mask_faults,
)


@pytest.mark.parametrize(
    ("code", "requires", "mask", "expected"),
    [
        ("", False, "", None),
        ("", True, "", MISSING),
        ("   ", True, "", MISSING),
        ("", False, "9999", None),
        ("", True, "9999", MISSING),
        ("anything, at all", True, "", None),
        ("x" * 32, False, "", None),
        ("x" * 33, False, "", MALFORMED),
        ("ab\tcd", False, "", MALFORMED),
        ("12345-ABC", True, "99999-AAA", None),
        ("12345-abc", True, "99999-AAA", None),
        (" 12345-ABC ", True, "99999-AAA", None),
        ("1234-ABC", True, "99999-AAA", MALFORMED),
        ("123456-ABC", True, "99999-AAA", MALFORMED),
        ("12345_ABC", True, "99999-AAA", MALFORMED),
        ("12345-AB1", True, "99999-AAA", MALFORMED),
        ("12345-ABC\n", True, "99999-AAA", None),
        ("wrong", False, "9999", MALFORMED),
        ("7a", True, "XX", None),
        ("7-", True, "XX", MALFORMED),
        ("۷", True, "9", MALFORMED),
        ("é", True, "A", MALFORMED),
        ("K.12", True, "K.99", None),
        ("Kx12", True, "K.99", MALFORMED),
        ("k.12", True, "K.99", MALFORMED),
    ],
)
def test_a_code_is_judged_by_the_format(code, requires, mask, expected):
    assert fault(code, requires, mask) is expected


@pytest.mark.parametrize("code", ["smith 12", "smith,12"])
def test_a_space_or_a_comma_was_allowed_in_2020_and_no_longer_is(code):
    assert fault(code, True, "") is None
    assert fault(code, True, "", era="2025") is MALFORMED


@pytest.mark.parametrize(
    ("mask", "faults"),
    [
        ("", []),
        ("9", []),
        ("9" * 32, []),
        ("9" * 33, [client_codes.MASK_LENGTH]),
        ("99 AA, X", []),
        (" 99", [client_codes.MASK_EDGES]),
        ("99é", [client_codes.MASK_SIGNS]),
        ("abc", [client_codes.MASK_FIXED]),
        ("-", [client_codes.MASK_FIXED]),
    ],
)
def test_what_can_be_a_format(mask, faults):
    assert mask_faults(mask) == faults


@pytest.mark.parametrize("mask", ["99 AA", "99,AA"])
def test_a_format_of_2025_has_no_space_or_comma(mask):
    assert mask_faults(mask, era="2025") == [client_codes.MASK_SPACES]


@pytest.mark.parametrize(
    ("mask", "words"),
    [
        ("", "any code of up to 32 characters"),
        ("99999-AAA", "5 digits, a hyphen, 3 letters"),
        ("9", "a digit"),
        ("XX A", "2 letters or digits, a space, a letter"),
        ("NM--99", '"NM", 2 hyphens, 2 digits'),
        ("a9", '"a", a digit'),
        ("%%9", '"%%", a digit'),
    ],
)
def test_a_format_can_be_read(mask, words):
    assert describe(mask) == words


@pytest.mark.parametrize("mask", ["99999-AAA", "XXXX", "9" * 32, "A" * 32, "NM.99/X"])
def test_the_example_of_a_format_meets_it(mask):
    assert fault(example(mask), True, mask) is None
