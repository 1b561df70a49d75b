import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

# What someone who guesses a staff password tries first. docs/security.md names this list.
WORDS = (
    "administrator", "albuquerque", "attorney", "clerk", "cmecf", "court", "district", "docket",
    "efile", "federal", "filing", "judge", "newmexico", "nextgen", "pacer", "password", "practice",
    "rehearsal", "staff", "trainer", "training", "uscourts", "welcome",
)  # fmt: skip
LEAST_LEFT = 8  # characters
SHORTEST_NAME = 3
SENTENCE = (
    "Without the names of this product, of courts and of you, too little of this password is left."
    " Use words that have nothing to do with your work."
)


class OwnWordsValidator:
    """Refuses a staff password that is mostly words of this product, of courts, or the user's own names."""

    def validate(self, password: str, user: Any = None) -> None:
        left = _plain(password)
        for word in sorted({*WORDS, *_names(user)}, key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < LEAST_LEFT:
            raise ValidationError(SENTENCE, code="password_own_words")

    def get_help_text(self) -> str:
        return "Your password can't be mostly names of this product, of courts, or your own."


def _names(user: Any) -> Iterator[str]:
    """The user's names as they are compared. Without a user: none."""
    for field in ("username", "first_name", "last_name"):
        name = _plain(getattr(user, field, ""))
        if len(name) >= SHORTEST_NAME:
            yield name


def _plain(text: str) -> str:
    """`text` in lower case, without signs between words."""
    return re.sub(r"[\W_]+", "", text.lower())
