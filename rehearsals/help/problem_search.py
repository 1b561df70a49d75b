"""Searching the problem cards of "Who do I call?"."""

import re
import unicodedata

from rehearsals.help.problem_cards import Group, Problem

LONGEST_QUERY = 100  # characters; the rest is ignored


def is_match(query: str, group: Group, problem: Problem, desk_name: str) -> bool:
    """Whether title, text, desk or group contain every word of `query`. Without a word, every card matches.

    Case, accents and punctuation don't matter: "email" finds "e-mail", and "cmecf" finds "CM/ECF".
    """
    text = _folded(f"{group.heading} {problem.title} {problem.todo} {desk_name}")
    return all(word in text for word in _folded(query).split())


def _folded(text: str) -> str:
    """Lower case, without accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"[^\w\s]", "", plain)
