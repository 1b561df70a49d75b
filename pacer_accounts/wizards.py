"""A form in several pages, kept in the session until the last Submit creates anything.

What a page keeps is plain text, dates as ISO text, and hashes of secrets: never a password, an
answer or a card number. A draft carries a token, so that a page from an older draft is noticed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.sessions.backends.base import SessionBase
from django.utils.crypto import constant_time_compare, get_random_string


@dataclass(frozen=True)
class Step:
    """One page of a wizard. `form_class.keep()` gives what the draft may hold."""

    key: str
    label: str
    form_class: type[forms.Form]


class Draft:
    """What one browser has filled in so far. `subject` binds it: an account number, or ""."""

    def __init__(self, session: SessionBase, wizard: str, subject: str = "") -> None:
        self._session, self._key = session, f"draft:{wizard}"
        held = session.get(self._key)
        self._held: dict[str, Any] = held if held and held["subject"] == subject else {}
        self._subject = subject

    def __bool__(self) -> bool:
        return bool(self._held)

    @property
    def token(self) -> str:
        """Stands in each page of this draft; a new draft has a new one."""
        if not self._held:
            self._held = {"subject": self._subject, "token": get_random_string(22), "pages": {}}
            self._write()
        return self._held["token"]

    @property
    def result(self) -> str:
        """What the last Submit made, so that sending it twice shows it instead of making two."""
        return self._held.get("result", "")

    def is_from_here(self, token: str) -> bool:
        """Whether a page was served for this very draft, not an older or another one."""
        return bool(self._held) and constant_time_compare(token, self._held["token"])

    def page(self, key: str) -> dict[str, Any]:
        return dict(self._held.get("pages", {}).get(key, {}))

    def pages(self) -> dict[str, Any]:
        """Everything kept, of all pages, in one dictionary."""
        kept: dict[str, Any] = {}
        for page in self._held.get("pages", {}).values():
            kept |= page
        return kept

    def keep(self, key: str, values: dict[str, Any]) -> None:
        self.token  # noqa: B018  a draft begins with its first page
        self._held["pages"][key] = values
        self._write()

    def first_gap(self, steps: Sequence[Step]) -> Step | None:
        """The first page not yet filled in: no later one may be opened before it."""
        filled = self._held.get("pages", {})
        return next((step for step in steps if step.key not in filled), None)

    def finish(self, result: str) -> None:
        """Drop what was typed and remember only what came of it."""
        self._held = {
            "subject": self._subject,
            "token": self._held.get("token", ""),
            "pages": {},
            "result": result,
        }
        self._write()

    def drop(self) -> None:
        self._session.pop(self._key, None)
        self._held = {}

    def _write(self) -> None:
        self._session[self._key] = self._held
        self._session.modified = True


def step_states(steps: Sequence[Step], current: str) -> list[dict[str, str]]:
    """For the step indicator: what lies behind, where one is, what lies ahead."""
    at = [step.key for step in steps].index(current)
    names = ["complete"] * at + ["current"] + ["upcoming"] * (len(steps) - at - 1)
    return [{"label": step.label, "state": name} for step, name in zip(steps, names, strict=True)]
