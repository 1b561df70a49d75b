"""A tree of questions and the answers given so far, for the path finder and the Registration Wizard.

Answers come from a URL, so they can be anything. An invalid answer counts as not given.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

UNSURE = "unsure"


@dataclass(frozen=True)
class Option:
    """One answer. `to`: the key of the next question, or "" at the end."""

    key: str
    label: str
    to: str = ""


@dataclass(frozen=True)
class Question:
    """Every question also has the answer "I'm not sure"; `unsure_to` is the question after it."""

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
    """`questions`: the first one is asked first; the others are found by key."""

    questions: tuple[Question, ...]

    def find(self, key: str) -> Question:
        return next(question for question in self.questions if question.key == key)


@dataclass(frozen=True)
class Progress:
    """`question`: what to ask next, or None at the end. `given`: the answered questions in order."""

    given: tuple[tuple[Question, Option], ...]
    question: Question | None

    @property
    def answers(self) -> dict[str, str]:
        return {question.key: option.key for question, option in self.given}


def follow(tree: Tree, answers: Mapping[str, str]) -> Progress:
    """Follow the answers as far as they are valid; answers to other questions are ignored."""
    given: list[tuple[Question, Option]] = []
    question: Question | None = tree.questions[0]
    while question is not None:
        option = question.option(answers.get(question.key, ""))
        if option is None:
            break
        given.append((question, option))
        question = tree.find(option.to) if option.to else None
    return Progress(tuple(given), question)


def all_paths(tree: Tree, question: Question | None = None) -> Iterator[dict[str, str]]:
    """Every set of answers that reaches an end."""
    asked = question or tree.questions[0]
    for option in asked.options:
        rests = all_paths(tree, tree.find(option.to)) if option.to else iter([{}])
        for rest in rests:
            yield {asked.key: option.key} | rest
