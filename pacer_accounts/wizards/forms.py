"""The base of all wizard pages, and fields that check plain text."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

LONGEST_NOTE = 500  # characters of unfinished input; no field accepts more

Choices = list[tuple[str, Any]]
Groups = tuple[tuple[str, tuple[str, ...]], ...]


class UnechoedInput(forms.TextInput):
    """A text box that never shows what was typed before."""

    def format_value(self, value: Any) -> None:
        return None


class PageForm(forms.Form):
    """One page of a wizard. Fields named in `secrets` are never stored and never shown again.

    `groups`: headings with the names of their fields, in the order of the page.
    """

    secrets: ClassVar[frozenset[str]] = frozenset()
    groups: ClassVar[Groups] = ()

    @property
    def grouped(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The headings with their fields; empty for a page without headings."""
        return [
            (heading, [self[name] for name in names if name in self.fields])
            for heading, names in self.groups
        ]

    def set_choices(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Offer `choices` in the field `name`, which must be a ChoiceField."""
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            raise TypeError(f"{name} has no choices")
        field.choices = list(choices)

    def keep(self) -> dict[str, Any]:
        """The values of a valid page for the draft: plain text, dates as ISO text, no secrets."""
        return {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in self.cleaned_data.items()
            if name not in self.secrets
        }

    @classmethod
    def typed(cls, data: Mapping[str, str]) -> dict[str, str]:
        """Input as it was typed, to fill in the page when it is shown again. Nobody types a file."""
        return {
            name: data[name][:LONGEST_NOTE]
            for name, field in cls.base_fields.items()
            if name in data and name not in cls.secrets and not isinstance(field, forms.FileField)
        }


def options(first: str, values: Iterable[str]) -> Choices:
    """The choices of a drop-down: `first` as the empty choice, then the values."""
    return [("", first), *((value, value) for value in values)]


def validate_writable(text: str) -> None:
    """Refuse what can't be printed in a letter: control and direction characters, pictographs."""
    if not text.isprintable() or any(unicodedata.category(char) == "So" for char in text):
        raise ValidationError(
            "Use only letters, digits and punctuation: no symbols or invisible characters."
        )


def text_field(label: str, longest: int, autocomplete: str = "", **extra: Any) -> forms.CharField:
    """A line of text. Each message names the field, because the error summary repeats it alone."""
    attrs = {"autocomplete": autocomplete} if autocomplete else {}
    return forms.CharField(
        label=label,
        max_length=longest,
        validators=[validate_writable],
        error_messages={
            "required": f"Enter {label}.",
            "max_length": f"{label} can have at most {longest} characters.",
        },
        widget=forms.TextInput(attrs=attrs),
        **extra,
    )
