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
def test_sign_on_refusal(is_right, is_disabled, is_locked, expected):
    assert (
        sign_on_refusal(is_right=is_right, is_disabled=is_disabled, is_locked=is_locked) is expected
    )


def test_refusals_do_not_say_which_part_was_wrong():
    for refusal in (SignOnRefusal.INVALID, SignOnRefusal.NOW_LOCKED, SignOnRefusal.LOCKED):
        sentence = refusal.sentence.lower()
        assert "wrong password" not in sentence
        assert "unknown" not in sentence
