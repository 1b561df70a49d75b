"""A tree of questions as data, and where a set of answers stands in it. Pure: no clock, no request.

The path finder and the Registration Wizard are two such trees. Answers come as text from the
address of a page, so anything may stand in them: what does not fit ends the walk, never fails.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

UNSURE = "unsure"


@dataclass(frozen=True)
class Option:
    """One answer. `to`: the key of the next question, or "" when nothing more is asked."""

    key: str
    label: str
    to: str = ""


@dataclass(frozen=True)
class Question:
    """Every question can be answered with "I'm not sure"; `unsure_to` is where that leads."""

    key: str
    text: str
    answers: tuple[Option, ...]
    unsure_to: str = ""
    hint: str = ""

    @property
    def options(self) -> tuple[Option, ...]:
        return (*self.answers, Option(UNSURE, "I'm not sure", self.unsure_to))

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)


@dataclass(frozen=True)
class Tree:
    """`questions`: the first one comes first, the others are found by their key."""

    questions: tuple[Question, ...]

    def find(self, key: str) -> Question:
        return next(question for question in self.questions if question.key == key)


@dataclass(frozen=True)
class Place:
    """Where somebody stands. `question`: what to ask next, or None when all is answered.

    `given`: the questions behind, each with the option that was chosen, in their order.
    """

    given: tuple[tuple[Question, Option], ...]
    question: Question | None

    @property
    def answers(self) -> dict[str, str]:
        return {question.key: option.key for question, option in self.given}


def walk(tree: Tree, answers: Mapping[str, str]) -> Place:
    """Follow the answers as far as they fit; what does not belong to the way is left out."""
    given: list[tuple[Question, Option]] = []
    question: Question | None = tree.questions[0]
    while question is not None:
        option = question.option(answers.get(question.key, ""))
        if option is None:
            break
        given.append((question, option))
        question = tree.find(option.to) if option.to else None
    return Place(tuple(given), question)


def all_ways(tree: Tree, question: Question | None = None) -> Iterator[dict[str, str]]:
    """Every set of answers that leads to an end, for the tests and for anybody who counts."""
    asked = question or tree.questions[0]
    for option in asked.options:
        rests = all_ways(tree, tree.find(option.to)) if option.to else iter([{}])
        for rest in rests:
            yield {asked.key: option.key} | rest
