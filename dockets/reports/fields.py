"""Fields that several report forms have, with the names and ids that client programs look for."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict

DATE_ORDER = "The start date must be less than or equal to the end date."
LONGEST = timedelta(days=366)
TOO_LONG = "Choose a period of at most one year."
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


def date_field(label: str, **options: Any) -> forms.DateField:
    """A date as people type it in CM/ECF: 4/17/2020."""
    options.setdefault("required", False)
    return forms.DateField(
        label=label,
        input_formats=["%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d"],
        validators=[MinValueValidator(_FIRST_DAY), MaxValueValidator(_LAST_DAY)],
        error_messages={
            "required": "Enter a date, such as 4/17/2020.",
            "invalid": "Enter a date as month/day/year, such as 4/17/2020.",
            "min_value": "Enter a date from 1900 on.",
            "max_value": "Enter a date before 2200.",
        },
        widget=forms.DateInput(format="%m/%d/%Y", attrs={"autocomplete": "off"}),
        **options,
    )


class ReportForm(forms.Form):
    """A form whose fields have their names as ids. Dates in `ranges` must be in order."""

    ranges: tuple[tuple[str, str, str], ...] = (("date_from", "date_to", DATE_ORDER),)

    def __init__(
        self, data: QueryDict | None = None, initial: dict[str, Any] | None = None
    ) -> None:
        super().__init__(data, auto_id="%s", initial=initial)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for first, last, fault in self.ranges:
            start, end = cleaned.get(first), cleaned.get(last)
            if start is not None and end is not None and start > end:
                self.add_error(last, fault)
        return cleaned


def check_span(form: forms.Form, first: str, last: str) -> None:
    """Add an error for a period of more than a year, so that no report reads a whole court."""
    start, end = form.cleaned_data.get(first), form.cleaned_data.get(last)
    if start and end and end - start > LONGEST:
        form.add_error(last, TOO_LONG)
