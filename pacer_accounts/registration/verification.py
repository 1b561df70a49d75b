"""User Verification without pictures and without another server: a small sum, asked in words."""

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
    """One sum of two numbers from 1 to 9, and whether it was answered in this draft."""

    first: int
    second: int
    is_solved: bool = False

    @property
    def text(self) -> str:
        return f"What is {NUMBERS[self.first]} plus {NUMBERS[self.second]}?"

    def is_right(self, answer: str) -> bool:
        """In digits or as a word, in capitals or not."""
        total = self.first + self.second
        return answer.strip().casefold().rstrip(".") in (str(total), NUMBERS[total])

    def solved(self) -> "Question":
        return Question(self.first, self.second, is_solved=True)

    def held(self) -> dict[str, Any]:
        """As a draft keeps it."""
        return asdict(self)


def ask(before: Question | None = None) -> Question:
    """A new question, never the one before."""
    while True:
        drawn = Question(1 + secrets.randbelow(LARGEST), 1 + secrets.randbelow(LARGEST))
        if before is None or (drawn.first, drawn.second) != (before.first, before.second):
            return drawn


def from_held(held: Mapping[str, Any]) -> Question | None:
    return Question(**held) if held else None
