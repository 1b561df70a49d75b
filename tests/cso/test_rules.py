"""What a person is told who cannot be signed on."""

import pytest

from cso.sign_on.rules import SignOnRefusal, sign_on_refusal


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
    assert (
        sign_on_refusal(is_right=is_right, is_disabled=is_disabled, is_locked=is_locked) is expected
    )


def test_no_refusal_says_which_of_the_two_was_wrong():
    for refusal in (SignOnRefusal.INVALID, SignOnRefusal.NOW_LOCKED, SignOnRefusal.LOCKED):
        words = refusal.sentence.lower()
        assert "wrong password" not in words
        assert "unknown" not in words
