"""A tree of questions and the answers given so far, for the path finder and the Registration Wizard.

Answers come from a URL, so they can be anything. An invalid answer counts as not given.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

UNSURE = "unsure"
Answers = Mapping[str, tuple[str, ...]]  # each question's answers, in the order of its options


@dataclass(frozen=True)
class Option:
    """One answer. `to`: the key of the next question, or "" at the end. `is_alone`: it excludes others."""

    key: str
    label: str
    to: str = ""
    is_alone: bool = False


@dataclass(frozen=True)
class Question:
    """Every question also has the answer "I'm not sure"; `unsure_to` is the question after it.

    `takes_many`: all true answers can be given. The first one leads to the next question.
    """

    key: str
    text: str
    answers: tuple[Option, ...]
    unsure_to: str = ""
    hint: str = ""
    takes_many: bool = False

    @property
    def options(self) -> tuple[Option, ...]:
        return (*self.answers, Option(UNSURE, "I'm not sure", self.unsure_to, is_alone=True))

    def option(self, key: str) -> Option | None:
        return next((option for option in self.options if option.key == key), None)

    def chosen(self, keys: Collection[str]) -> tuple[Option, ...]:
        """The options with these keys; empty if they aren't a valid answer."""
        options = tuple(option for option in self.options if option.key in keys)
        if len(options) > 1 and self.excludes(keys):
            return ()
        return options if len(options) == len(set(keys)) else ()

    def excludes(self, keys: Collection[str]) -> bool:
        """Whether two or more of these answers can't be true together."""
        options = [option for option in self.options if option.key in keys]
        is_alone = not self.takes_many or any(option.is_alone for option in options)
        return len(options) > 1 and is_alone


@dataclass(frozen=True)
class Tree:
    """`questions`: the first one is asked first; the others are found by key."""

    questions: tuple[Question, ...]

    def find(self, key: str) -> Question:
        return next(question for question in self.questions if question.key == key)

    def has(self, key: str) -> bool:
        return any(question.key == key for question in self.questions)


@dataclass(frozen=True)
class Progress:
    """`given`: the answered questions in order. `question`: what to ask next, or None at the end."""

    given: tuple[tuple[Question, tuple[Option, ...]], ...]
    question: Question | None

    @property
    def answers(self) -> dict[str, tuple[str, ...]]:
        return {question.key: tuple(one.key for one in chosen) for question, chosen in self.given}

    def before(self, key: str) -> "Progress":
        """The progress up to the question `key`, which is asked again. Unchanged if it wasn't asked."""
        keys = [question.key for question, _ in self.given]
        if key not in keys:
            return self
        place = keys.index(key)
        return Progress(self.given[:place], self.given[place][0])

    def after(self, key: str) -> "Progress":
        """The progress up to the question after `key`, even if that one was answered before."""
        keys = [question.key for question, _ in self.given]
        place = keys.index(key) + 1 if key in keys else len(keys)
        return self if place >= len(keys) else self.before(keys[place])


def follow(tree: Tree, answers: Mapping[str, Collection[str]]) -> Progress:
    """Follow the answers as far as they are valid; answers to other questions are ignored."""
    given: list[tuple[Question, tuple[Option, ...]]] = []
    question: Question | None = tree.questions[0]
    while question is not None:
        chosen = question.chosen(answers.get(question.key, ()))
        if not chosen:
            break
        given.append((question, chosen))
        question = tree.find(chosen[0].to) if chosen[0].to else None
    return Progress(tuple(given), question)


def all_paths(tree: Tree, question: Question | None = None) -> Iterator[dict[str, tuple[str, ...]]]:
    """Every way to the end, with each answer alone and with all answers that can be true together."""
    asked = question or tree.questions[0]
    for keys in _possible(asked):
        to = asked.chosen(keys)[0].to
        rests = all_paths(tree, tree.find(to)) if to else iter([{}])
        for rest in rests:
            yield {asked.key: keys} | rest


def _possible(question: Question) -> Iterator[tuple[str, ...]]:
    for option in question.options:
        yield (option.key,)
    together = tuple(option.key for option in question.options if not option.is_alone)
    if question.takes_many and len(together) > 1:
        yield together
