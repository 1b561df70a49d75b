from datetime import date
from typing import Any

from django import forms

EARLIEST, LATEST = date(1990, 1, 1), date(2099, 12, 31)


def _date_field(label: str) -> forms.DateField:
    message = f"Enter a date for {label}, such as 2020-03-27."
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": message, "required": message},
    )


class PeriodForm(forms.Form):
    """The period and order of a list of transactions."""

    first = _date_field("From")
    last = _date_field("To")
    order = forms.ChoiceField(
        label="Sort by",
        choices=[
            ("date", "Date"),
            ("client", "Client code, then date"),
            ("court", "Court, then date"),
        ],
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and first > last:
            self.add_error("last", "Choose a To date that is not before the From date.")
        for name in ("first", "last"):
            day = cleaned.get(name)
            if day and not EARLIEST <= day <= LATEST:
                self.add_error(name, "Choose a date between 1990 and 2099.")
        return cleaned
