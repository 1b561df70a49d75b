from typing import Any

from django import forms

from dockets.query.forms import check_period, date_field

MOST_NUMBER = 999_999


class DeadlinesForm(forms.Form):
    with_satisfied = forms.BooleanField(
        label="Include deadlines that are satisfied", required=False
    )


class RelatedForm(forms.Form):
    """Which entries of a case to show with the entries that they refer to."""

    filed_from = date_field("Filed from")
    filed_to = date_field("Filed to")
    number_from = forms.IntegerField(
        label="Documents numbered from", required=False, min_value=1, max_value=MOST_NUMBER
    )
    number_to = forms.IntegerField(
        label="Documents numbered to", required=False, min_value=1, max_value=MOST_NUMBER
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        check_period(self, "filed_from", "filed_to")
        first, last = cleaned.get("number_from"), cleaned.get("number_to")
        if first and last and first > last:
            self.add_error("number_to", "Enter a last number that is not before the first.")
        return cleaned


class NoForm(forms.Form):
    """A report without choices: only a button to run it."""
