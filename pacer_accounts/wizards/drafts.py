"""A form in several pages, kept in the session until the last Submit creates anything.

What a page keeps is plain text, dates as ISO text, and hashes of secrets: never a password, an
answer or a card number. A draft carries a token, so that a page from an older draft is noticed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import NON_FIELD_ERRORS
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
            self._held = self._blank()
            self._write()
        return self._held["token"]

    @property
    def edition(self) -> int:
        """Counts the changes, so that a last page shown before another tab's change is noticed."""
        return self._held.get("edition", 0)

    @property
    def result(self) -> str:
        """What the last Submit made, so that sending it twice shows it instead of making two.

        It stays when a new draft is begun, until that one is finished too.
        """
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
        self._change()

    def note(self, key: str, values: dict[str, Any]) -> None:
        """Remember unfinished input of a page, so that going back or on loses nothing."""
        self.token  # noqa: B018
        self._held["notes"][key] = values
        self._write()

    def noted(self, key: str) -> dict[str, Any]:
        """What stood in a page when it was left, finished or not, as it was typed."""
        return dict(self._held.get("notes", {}).get(key, {}))

    def tried(self, key: str, form: forms.Form, *, asks: str = "") -> None:
        """Remember once what was wrong with a page, so that it can be shown after a redirect.

        The browser's Back then never leads onto an answer to a form. Only our own sentences are
        kept, no input. `asks`: what the page wants to know beside that ("" for nothing).
        """
        self.token  # noqa: B018
        errors = {name: [str(error) for error in found] for name, found in form.errors.items()}
        self._held["tried"] = {"key": key, "errors": errors, "asks": asks}
        self._write()

    def show_tried(self, key: str, form: forms.Form) -> str:
        """Put what `tried` kept of this page onto its unbound form, once. Gives what it asks."""
        held = self._held.get("tried")
        if not held or held["key"] != key:
            return ""
        del self._held["tried"]
        self._write()
        for name, found in held["errors"].items():
            if name == NON_FIELD_ERRORS or name in form.fields:
                form.errors[name] = form.error_class(found)
        return held["asks"]

    def reopen(self, key: str) -> None:
        """A page must be filled in once more; what was noted of it stands there."""
        if self._held.get("pages", {}).pop(key, None) is not None:
            self._change()

    def forget(self, key: str) -> None:
        """Empty one page: what it kept and what was noted of it."""
        self.reopen(key)
        if self._held.get("notes", {}).pop(key, None) is not None:
            self._write()

    def first_gap(self, steps: Sequence[Step]) -> Step | None:
        """The first page not yet filled in: no later one may be opened before it."""
        filled = self._held.get("pages", {})
        return next((step for step in steps if step.key not in filled), None)

    def finish(self, result: str) -> None:
        """Drop what was typed and remember only what came of it."""
        token = self._held.get("token", "")
        self._held = self._blank() | {"token": token, "result": result, "finished": token}
        self._write()

    def begin_again(self) -> None:
        """A new draft after a finished one, which stays known by its token and its result."""
        finished = {"result": self.result, "finished": self._held.get("finished", "")}
        self._held = self._blank() | finished
        self._write()

    def is_finished(self, token: str = "") -> bool:
        """Whether nothing was begun since the last Submit, or this page is one of that draft."""
        finished = self._held.get("finished", "")
        return bool(finished) and constant_time_compare(token or self._held["token"], finished)

    def drop(self) -> None:
        self._session.pop(self._key, None)
        self._held = {}

    def _blank(self) -> dict[str, Any]:
        return {
            "subject": self._subject,
            "token": get_random_string(22),
            "edition": 0,
            "pages": {},
            "notes": {},
        }

    def _change(self) -> None:
        """What was looked at before this is no longer what would be submitted."""
        if self._held:
            self._held["edition"] += 1
            self._write()

    def _write(self) -> None:
        self._session[self._key] = self._held
        self._session.modified = True


def step_states(steps: Sequence[Step], current: str) -> list[dict[str, str]]:
    """For the step indicator: what lies behind, where one is, what lies ahead."""
    at = [step.key for step in steps].index(current)
    names = ["complete"] * at + ["current"] + ["upcoming"] * (len(steps) - at - 1)
    return [{"label": step.label, "state": name} for step, name in zip(steps, names, strict=True)]
