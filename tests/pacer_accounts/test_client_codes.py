"""The formats of client codes."""

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
def test_code_checked_against_the_format(code, requires, mask, expected):
    assert fault(code, requires, mask) is expected


@pytest.mark.parametrize("code", ["smith 12", "smith,12"])
def test_space_and_comma_allowed_in_2020_only(code):
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
def test_valid_and_invalid_formats(mask, faults):
    assert mask_faults(mask) == faults


@pytest.mark.parametrize("mask", ["99 AA", "99,AA"])
def test_format_of_2025_has_no_space_or_comma(mask):
    assert mask_faults(mask, era="2025") == [client_codes.MASK_SPACES]


@pytest.mark.parametrize(
    ("mask", "description"),
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
def test_format_described_in_words(mask, description):
    assert describe(mask) == description


@pytest.mark.parametrize("mask", ["99999-AAA", "XXXX", "9" * 32, "A" * 32, "NM.99/X"])
def test_example_matches_its_format(mask):
    assert fault(example(mask), True, mask) is None
