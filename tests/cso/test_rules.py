"""What a person is told who cannot be signed on, or not for everything."""

import pytest

from cso.rules import SignOnRefusal, limits_of, why_not
from pacer_accounts.choices import CaseSearchStatus, HolderKind


@pytest.mark.parametrize(
    ("is_right", "is_disabled", "is_locked", "expected"),
    [
        (True, False, False, None),
        (True, True, False, SignOnRefusal.DISABLED),
        (False, False, False, SignOnRefusal.INVALID),
        (False, True, False, SignOnRefusal.INVALID),  # only its owner hears that it is disabled
        (False, False, True, SignOnRefusal.NOW_LOCKED),
        (False, True, True, SignOnRefusal.NOW_LOCKED),
    ],
)
def test_why_nobody_is_signed_on(is_right, is_disabled, is_locked, expected):
    assert why_not(is_right=is_right, is_disabled=is_disabled, is_locked=is_locked) is expected


@pytest.mark.parametrize(
    ("holder", "status", "said"),
    [
        (HolderKind.INDIVIDUAL, CaseSearchStatus.ACTIVE, ""),
        (HolderKind.SHARED, CaseSearchStatus.ACTIVE, ""),
        (HolderKind.INDIVIDUAL, CaseSearchStatus.INACTIVE, "PACER User Inactive"),
        (HolderKind.INDIVIDUAL, CaseSearchStatus.NOT_ACTIVATED, "PACER User Not Activated"),
        (HolderKind.PAA, CaseSearchStatus.ACTIVE, "can neither search nor file"),
        (HolderKind.PAA, CaseSearchStatus.INACTIVE, "can neither search nor file"),
    ],
)
def test_what_an_account_cannot_do_is_said_in_one_sentence(holder, status, said):
    limits = limits_of(holder, status)
    assert len(limits) == (1 if said else 0)
    assert said in "".join(limits)


def test_no_refusal_says_which_of_the_two_was_wrong():
    for refusal in (SignOnRefusal.INVALID, SignOnRefusal.NOW_LOCKED, SignOnRefusal.LOCKED):
        words = refusal.sentence.lower()
        assert "wrong password" not in words
        assert "unknown" not in words
