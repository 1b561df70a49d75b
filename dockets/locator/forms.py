from collections.abc import Iterable
from typing import Any

from django import forms

from cmecf.models import Court
from dockets.cases.numbers import parse_number
from dockets.models import CaseKind
from dockets.query.forms import (
    NAME_BEGINS,
    WRONG_NUMBER,
    check_period,
    choice_field,
    date_field,
    text_field,
)

SEARCHED_BY = ("case_number", "case_title", "last_name", "filed_from", "filed_to")
CRITERIA = {
    "case_number": "Case Number",
    "case_title": "Title",
    "last_name": "Last Name",
    "first_name": "First Name",
    "court": "Court",
    "case_type": "Type",
    "filed_from": "Filed from",
    "filed_to": "Filed to",
}


class LocatorForm(forms.Form):
    """A search of all courts, by case or by party."""

    case_number = text_field("Case Number", 40, "20-90001 or 1:20-cv-90001")
    case_title = text_field("Case Title", 100, "Any part of the title")
    last_name = text_field("Party: Last/Business Name", 120, "The beginning is enough.")
    first_name = text_field("Party: First Name", 50)
    court = choice_field("Court", {})
    case_type = choice_field("Case Type", {str(kind.value): str(kind.label) for kind in CaseKind})
    filed_from = date_field("Filed from")
    filed_to = date_field("Filed to")

    def __init__(self, data: Any, courts: Iterable[Court]) -> None:
        super().__init__(data)
        choices = [("", "All courts"), *((court.code, court.name) for court in courts)]
        self.fields["court"].choices = choices  # type: ignore[attr-defined]

    def clean_case_number(self) -> str:
        number: str = self.cleaned_data["case_number"]
        if number and parse_number(number) is None:
            raise forms.ValidationError(WRONG_NUMBER)
        return number

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        check_period(self, "filed_from", "filed_to")
        last = cleaned.get("last_name", "")
        if cleaned.get("first_name") and not last:
            self.add_error(
                "last_name", "Enter the last name too. A search by first name is too wide."
            )
        elif last and len(last.strip("* ")) < 2:
            self.add_error("last_name", NAME_BEGINS)
        elif cleaned.get("case_title") and len(cleaned["case_title"]) < 3:
            self.add_error("case_title", "Enter at least three letters of the title.")
        elif not self.errors and not any(cleaned.get(name) for name in SEARCHED_BY):
            self.add_error("case_number", "Enter a case number, a title, a name, or dates.")
        return cleaned

    @property
    def criteria(self) -> str:
        """What was searched for, as on a receipt."""
        shown = ((label, self[name].value()) for name, label in CRITERIA.items())
        return " ".join(f"{label}: {value}" for label, value in shown if value)
