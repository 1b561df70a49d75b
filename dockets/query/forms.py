import re
from datetime import date
from typing import Any

from django import forms

from cmecf.models import Court, CourtKind
from dockets.cases.numbers import parse_number
from dockets.query.natures import CAUSES, NATURES_OF_SUIT, PARTY_TYPES

DATE_FORMATS = ["%m/%d/%Y", "%Y-%m-%d"]
EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)
MOST_CASES = 100
WRONG_NUMBER = "That isn't a case number. Enter the year and the number, such as {}."
NAME_BEGINS = "Enter at least two letters of the last name."
SEARCHED_BY = (
    "Qry_filed_from", "Qry_filed_to", "lastentry_from", "lastentry_to",
    "nature_suit", "cause_action", "last_name",
)  # fmt: skip


def date_field(label: str) -> forms.DateField:
    """A date as in CM/ECF, mm/dd/yyyy, or ISO 8601."""
    return forms.DateField(
        label=label,
        required=False,
        input_formats=DATE_FORMATS,
        widget=forms.DateInput(
            format="%m/%d/%Y",
            attrs={"placeholder": "mm/dd/yyyy", "size": 12, "autocomplete": "off"},
        ),
        error_messages={"invalid": f"{label}: enter a date as mm/dd/yyyy, such as 04/20/2020."},
    )


def text_field(label: str, longest: int, help_text: str = "", **attrs: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=longest,
        help_text=help_text,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", **attrs}),
    )


def choice_field(label: str, choices: dict[str, str], **attrs: str) -> forms.ChoiceField:
    """A list to choose from. The first choice is no choice."""
    rows = [("", "Any"), *choices.items()]
    widget = forms.Select(attrs=attrs)
    return forms.ChoiceField(label=label, required=False, choices=rows, widget=widget)


def with_codes(choices: dict[str, str]) -> dict[str, str]:
    return {code: f"{code} {label}" for code, label in choices.items()}


def check_period(form: forms.Form, first: str, last: str) -> None:
    """Add errors for dates out of any range, and for a period that ends before it begins."""
    days = [form.cleaned_data.get(name) for name in (first, last)]
    for name, day in zip((first, last), days, strict=True):
        if day and not EARLIEST <= day <= LATEST:
            form.add_error(name, "Enter a date between 1900 and 2099.")
    if days[0] and days[1] and days[0] > days[1]:
        form.add_error(last, "Enter an end date that is not before the start date.")


class QueryForm(forms.Form):
    """The Query page. Client programs know the fields by these names."""

    case_num = text_field("Case Number", 40, id="case_number_text_area_0")
    Qry_filed_from = date_field("Filed Date from")
    Qry_filed_to = date_field("Filed Date to")
    lastentry_from = date_field("Last Entry Date from")
    lastentry_to = date_field("Last Entry Date to")
    nature_suit = choice_field("Nature of Suit", with_codes(NATURES_OF_SUIT), id="nature_suit")
    cause_action = choice_field("Cause of Action", with_codes(CAUSES), id="cause_action")
    last_name = text_field(
        "Last/Business Name",
        120,
        "The name of a party, not of an attorney. The beginning is enough: “Prac” finds “Practice Mesa”.",
    )
    first_name = text_field("First Name", 50)
    middle_name = text_field("Middle Name", 50)
    person_type = choice_field("Type", {role: role for role in PARTY_TYPES}, id="person_type")

    def __init__(self, *args: Any, court: Court, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = " or ".join(court.example_numbers)
        self.fields["case_num"].help_text = self.examples
        if court.kind != CourtKind.DISTRICT:  # the codes are those of civil cases
            del self.fields["nature_suit"], self.fields["cause_action"]

    def clean_case_num(self) -> str:
        number: str = self.cleaned_data["case_num"]
        if number and parse_number(number) is None and not self.case_keys:
            raise forms.ValidationError(WRONG_NUMBER.format(self.examples))
        return number

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        check_period(self, "Qry_filed_from", "Qry_filed_to")
        check_period(self, "lastentry_from", "lastentry_to")
        last = cleaned.get("last_name", "")
        if (cleaned.get("first_name") or cleaned.get("middle_name")) and not last:
            self.add_error(
                "last_name", "Enter the last name too. A search by first name is too wide."
            )
        elif last and len(last.strip("* ")) < 2:
            self.add_error("last_name", NAME_BEGINS)
        elif cleaned.get("person_type") and not last:
            self.add_error("last_name", "Enter a last name. The type narrows a search by name.")
        elif not self.errors and not self.case_keys and not self._asks_for_something():
            self.add_error("case_num", "Enter a case number, a name, or dates to search for.")
        return cleaned

    def _asks_for_something(self) -> bool:
        asked = ("case_num", *SEARCHED_BY)
        return any(self.cleaned_data.get(name) for name in asked)

    @property
    def case_keys(self) -> list[int]:
        """The primary keys of `all_case_ids`, which cases picked by number, or a client program, send."""
        text = self.data.get("all_case_ids", "")
        keys = [int(key) for key in re.findall(r"(?<!\d)\d{1,15}(?!\d)", text, re.ASCII)]
        return [key for key in keys if key][:MOST_CASES]

    @property
    def criteria(self) -> str:
        """What was searched for, as on a receipt: "Last Name: Smith First Name: J"."""
        labels = {
            "last_name": "Last Name",
            "first_name": "First Name",
            "middle_name": "Middle Name",
            "person_type": "Type",
            "nature_suit": "Nature of Suit",
            "cause_action": "Cause",
            "Qry_filed_from": "Filed from",
            "Qry_filed_to": "to",
            "lastentry_from": "Last entry from",
            "lastentry_to": "to",
        }
        shown = ((label, self.cleaned_data.get(name)) for name, label in labels.items())
        return " ".join(f"{label}: {_text(value)}" for label, value in shown if value)


def _text(value: object) -> str:
    return f"{value:%m/%d/%Y}" if isinstance(value, date) else str(value)
