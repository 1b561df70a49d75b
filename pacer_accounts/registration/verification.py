"""User Verification: a small sum in words, so that no picture and no other server is needed."""

import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
)  # fmt: skip
LARGEST = 9


@dataclass(frozen=True)
class Question:
    """A sum of two numbers from 1 to 9, and whether this draft has answered it."""

    first: int
    second: int
    is_solved: bool = False

    @property
    def text(self) -> str:
        return f"What is {NUMBERS[self.first]} plus {NUMBERS[self.second]}?"

    def is_right(self, answer: str) -> bool:
        """Digits and words count, in any case."""
        total = self.first + self.second
        return answer.strip().casefold().rstrip(".") in (str(total), NUMBERS[total])

    def solved(self) -> "Question":
        return Question(self.first, self.second, is_solved=True)

    def as_dict(self) -> dict[str, Any]:
        """For the draft; `restore` reads it."""
        return asdict(self)


def ask(before: Question | None = None) -> Question:
    """A new question, different from `before`."""
    while True:
        drawn = Question(1 + secrets.randbelow(LARGEST), 1 + secrets.randbelow(LARGEST))
        if before is None or (drawn.first, drawn.second) != (before.first, before.second):
            return drawn


def restore(kept: Mapping[str, Any]) -> Question | None:
    return Question(**kept) if kept else None
