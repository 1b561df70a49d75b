"""The draft of a wizard: what its pages keep in the session until the last Submit.

A draft holds plain text, dates as ISO text, and hashes of secrets. It never holds a password, an
answer or a card number. Its token tells a page of this draft from a page of an older one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.crypto import constant_time_compare, get_random_string

from pacer_accounts.wizards.forms import PageForm

_DRAFT = "draft:"


@dataclass(frozen=True)
class Step:
    """One page of a wizard. `key`: its part of the URL; `label`: its name in the step indicator."""

    key: str
    label: str
    form_class: type[PageForm]


class Draft:
    """What one browser has filled in. `subject` binds it to an account number, or is ""."""

    def __init__(self, session: SessionBase, wizard: str, subject: str = "") -> None:
        self._session, self._key = session, f"{_DRAFT}{wizard}"
        data = session.get(self._key)
        self._data: dict[str, Any] = data if data and data["subject"] == subject else {}
        self._subject = subject

    def __bool__(self) -> bool:
        return bool(self._data)

    @property
    def token(self) -> str:
        """Every page of this draft carries it; a new draft has a new one."""
        self._begin()
        return str(self._data["token"])

    @property
    def edition(self) -> int:
        """The number of changes. It shows that another tab changed the draft after a review."""
        return int(self._data.get("edition", 0))

    @property
    def result(self) -> str:
        """What the last Submit created, so that submitting twice shows it and creates nothing.

        It stays when a new draft starts, until that one is finished too.
        """
        return str(self._data.get("result", ""))

    def owns(self, token: str) -> bool:
        """Whether a page with this token belongs to this draft, not to an older or another one."""
        return bool(self._data) and constant_time_compare(token, self._data["token"])

    def page(self, key: str) -> dict[str, Any]:
        return dict(self._data.get("pages", {}).get(key, {}))

    def pages(self) -> dict[str, Any]:
        """What all pages kept, in one dictionary."""
        kept: dict[str, Any] = {}
        for page in self._data.get("pages", {}).values():
            kept |= page
        return kept

    def keep(self, key: str, values: dict[str, Any]) -> None:
        self._begin()
        self._data["pages"][key] = values
        self._change()

    def note(self, key: str, values: dict[str, Any]) -> None:
        """Remember unfinished input of a page, so that Back and Next lose nothing."""
        self._begin()
        self._data["notes"][key] = values
        self._write()

    def noted(self, key: str) -> dict[str, Any]:
        """The input of a page as it was typed, finished or not."""
        return dict(self._data.get("notes", {}).get(key, {}))

    def keep_errors(self, key: str, form: forms.Form, *, question: str = "") -> None:
        """Keep a page's errors for the next request, which shows them after a redirect.

        Only our own sentences are kept, no input. `question`: what the page asks the user to
        confirm, "" for nothing.
        """
        self._begin()
        errors = {name: [str(error) for error in errors] for name, errors in form.errors.items()}
        self._data["errors"] = {"key": key, "errors": errors, "question": question}
        self._write()

    def restore_errors(self, key: str, form: forms.Form) -> str:
        """Put the kept errors of this page onto its unbound form, once. Returns its question."""
        kept = self._data.get("errors")
        if not kept or kept["key"] != key:
            return ""
        del self._data["errors"]
        self._write()
        for name, errors in kept["errors"].items():
            if name == NON_FIELD_ERRORS or name in form.fields:
                form.errors[name] = form.error_class(errors)
        return str(kept["question"])

    def reopen(self, key: str) -> None:
        """Require a page again. Its noted input stays."""
        if self._data.get("pages", {}).pop(key, None) is not None:
            self._change()

    def forget(self, key: str) -> None:
        """Empty one page: its kept values and its noted input."""
        self.reopen(key)
        if self._data.get("notes", {}).pop(key, None) is not None:
            self._write()

    def first_gap(self, steps: Sequence[Step]) -> Step | None:
        """The first step that isn't filled in, or None. No later step opens before it."""
        filled = self._data.get("pages", {})
        return next((step for step in steps if step.key not in filled), None)

    def finish(self, result: str) -> None:
        """Drop all input and remember only `result`, such as a new account's number."""
        token = self._data.get("token", "")
        self._data = self._blank() | {"token": token, "result": result, "finished": token}
        self._write()

    def start_over(self) -> None:
        """Start a new draft. The finished one keeps its token and its result."""
        finished = {"result": self.result, "finished": self._data.get("finished", "")}
        self._data = self._blank() | finished
        self._write()

    def is_finished(self, token: str = "") -> bool:
        """Whether no draft started since the last Submit, or `token` is of the finished one."""
        finished = self._data.get("finished", "")
        return bool(finished) and constant_time_compare(token or self._data["token"], finished)

    def drop(self) -> None:
        self._session.pop(self._key, None)
        self._data = {}

    def _begin(self) -> None:
        if not self._data:
            self._data = self._blank()
            self._write()

    def _blank(self) -> dict[str, Any]:
        return {
            "subject": self._subject,
            "token": get_random_string(22),
            "edition": 0,
            "pages": {},
            "notes": {},
        }

    def _change(self) -> None:
        """Count a change: a review shown before it is out of date."""
        if self._data:
            self._data["edition"] += 1
            self._write()

    def _write(self) -> None:
        self._session[self._key] = self._data
        self._session.modified = True


def has_draft(session: SessionBase, token: str) -> bool:
    """Whether a form with this token belongs to a draft of the session, also a finished one."""
    drafts = [data for key, data in session.items() if key.startswith(_DRAFT)]
    tokens = {str(data.get(name)) for data in drafts for name in ("token", "finished")}
    return bool(token) and token in tokens


def step_states(steps: Sequence[Step], current: str) -> list[dict[str, str]]:
    """For components/step_indicator.html: which steps are complete, current and upcoming."""
    index = [step.key for step in steps].index(current)
    names = ["complete"] * index + ["current"] + ["upcoming"] * (len(steps) - index - 1)
    return [{"label": step.label, "state": name} for step, name in zip(steps, names, strict=True)]
