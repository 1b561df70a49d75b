"""What every page of a wizard has in common: what of it may be kept, and what may be shown again."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

LONGEST_NOTE = 500  # of unfinished input; what is accepted is shorter anyway

Choices = list[tuple[str, Any]]


class UnechoedInput(forms.TextInput):
    """A text box that is always drawn empty: what was typed is never sent back."""

    def format_value(self, value: Any) -> None:
        return None


class PageForm(forms.Form):
    """One page of a wizard. Fields named in `secrets` are never noted and never drawn again."""

    secrets: frozenset[str] = frozenset()

    def keep(self) -> dict[str, Any]:
        """What the draft may hold of a valid page: plain text, dates as ISO text, no secrets."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in self.cleaned_data.items()
            if name not in self.secrets
        }

    @classmethod
    def typed(cls, data: Mapping[str, str]) -> dict[str, str]:
        """Unfinished input, as it was typed, for the next time this page is shown."""
        return {
            name: data[name][:LONGEST_NOTE]
            for name in cls.base_fields
            if name in data and name not in cls.secrets
        }


def options(first: str, values: Iterable[str]) -> Choices:
    """For a drop-down: an empty choice that says what to do, then the values."""
    return [("", first), *((value, value) for value in values)]


def validate_writable(text: str) -> None:
    """Refuse what cannot be printed on a letter: control and direction characters, pictures."""
    if not text.isprintable() or any(unicodedata.category(char) == "So" for char in text):
        raise ValidationError(
            "Use only letters, digits and ordinary signs here: no symbols, no invisible characters."
        )


def text_field(label: str, longest: int, autocomplete: str = "", **extra: Any) -> forms.CharField:
    """A line of text. A message names the field: it also stands alone in the error summary."""
    attrs = {"autocomplete": autocomplete} if autocomplete else {}
    return forms.CharField(
        label=label,
        max_length=longest,
        validators=[validate_writable],
        error_messages={
            "required": f"Enter {label}.",
            "max_length": f"{label} has room for {longest} characters.",
        },
        widget=forms.TextInput(attrs=attrs),
        **extra,
    )
