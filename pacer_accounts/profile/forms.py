"""Fields for names and addresses, shared by registration and upgrade (labels: seed, Step 1).

Each class is a group of fields. A page inherits the groups it shows and sets `field_order`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pacer_accounts.choices import (
    GENERATIONS,
    HOME_COUNTRY,
    PREFIXES,
    SUFFIXES,
    USER_TYPE_GROUPS,
)
from pacer_accounts.profile.counties import counties_of, states
from pacer_accounts.profile.rules import birth_date_fault, phone_fault, zip_fault
from pacer_accounts.wizards.forms import Choices, PageForm, options, text_field


def validate_phone(number: str) -> None:
    if fault := phone_fault(number):
        raise ValidationError(fault)


def phone_field(label: str, autocomplete: str = "", **extra: Any) -> forms.CharField:
    field = text_field(label, 30, autocomplete, **extra)
    field.widget.input_type = "tel"
    field.validators.append(validate_phone)
    return field


def choice_field(label: str, choices: Choices | None = None, **extra: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices or [],
        error_messages={
            "required": f"Choose {label}.",
            "invalid_choice": f"Choose {label} from the list.",
        },
        **extra,
    )


class NameFields(PageForm):
    prefix = choice_field(  # type: ignore[assignment]  # a field; forms have an attribute of that name
        "Prefix", options("Select Prefix", PREFIXES), required=False,
        widget=forms.Select(attrs={"autocomplete": "honorific-prefix"}),
    )  # fmt: skip
    first_name = text_field("First Name", 50, "given-name")
    middle_name = text_field("Middle Name", 50, "additional-name", required=False)
    last_name = text_field("Last Name", 50, "family-name")
    generation = choice_field(
        "Generation", options("Select Generation", GENERATIONS), required=False
    )
    suffix = choice_field("Suffix", options("Select Suffix", SUFFIXES), required=False)


class BirthFields(PageForm):
    """`today`: the court's day, to refuse a date in the future."""

    date_of_birth = forms.DateField(
        label="Date of Birth",
        input_formats=["%m/%d/%Y", "%Y-%m-%d"],
        help_text="Month/day/year, for example 02/05/1970. You can't change it later.",
        error_messages={
            "required": "Enter Date of Birth.",
            "invalid": "Enter a valid Date of Birth as month/day/year, for example 02/05/1970.",
        },
        widget=forms.DateInput(format="%m/%d/%Y", attrs={"autocomplete": "bday"}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_date_of_birth(self) -> date:
        born_on = self.cleaned_data["date_of_birth"]
        if fault := birth_date_fault(born_on, self.today):
            raise ValidationError(fault)
        return born_on


class AddressFields(PageForm):
    """County appears only after State is chosen (seed, Step 1)."""

    firm = text_field("Firm/Office", 100, "organization", required=False)
    unit = text_field("Unit/Department", 100, required=False)
    address = text_field("Address", 100, "address-line1")
    room = text_field("Room/Suite", 50, "address-line2", required=False)
    city = text_field("City", 60, "address-level2")
    state = choice_field("State", widget=forms.Select(attrs={"autocomplete": "address-level1"}))
    county = choice_field("County")
    zip_code = text_field("Zip/Postal Code", 15, "postal-code")
    country = text_field("Country", 60, "country-name", initial=HOME_COUNTRY)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_choices("state", options("Select State", states()))
        state = self["state"].value() or ""
        if counties := counties_of(state):
            self.set_choices("county", options("Select County", counties))
            self.fields["county"].error_messages["invalid_choice"] = f"Choose a County in {state}."
        else:
            del self.fields["county"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        values = self.cleaned_data
        state, country = values.get("state", ""), values.get("country", "")
        if "zip_code" in values and (
            fault := zip_fault(values["zip_code"], state=state, country=country)
        ):
            self.add_error("zip_code", fault)
        return values


class PhoneFields(PageForm):
    primary_phone = phone_field("Primary Phone", "tel")
    alternate_phone = phone_field("Alternate Phone", required=False)
    text_phone = phone_field("Text Phone", required=False)
    fax_number = phone_field("Fax Number", required=False)


def email_field(label: str) -> forms.EmailField:
    return forms.EmailField(
        label=label,
        max_length=254,
        error_messages={
            "required": f"Enter {label}.",
            "invalid": f"Enter {label} in the form name@example.com.",
            "max_length": f"{label} can have at most 254 characters.",
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class EmailFields(PageForm):
    email = email_field("Email")
    confirm_email = email_field("Confirm Email")

    def clean_confirm_email(self) -> str:
        confirmed = self.cleaned_data["confirm_email"]
        email = self.cleaned_data.get("email", confirmed)
        if email.casefold() != confirmed.casefold():
            raise ValidationError("Email and Confirm Email don't match.")
        return confirmed


class UserTypeFields(PageForm):
    """Headings between asterisks can't be chosen (seed, Step 1)."""

    user_type = choice_field(
        "User Type",
        [
            ("", "Select User Type"),
            *((heading, [(name, name) for name in names]) for heading, names in USER_TYPE_GROUPS),
        ],
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        headings = {heading for heading, _ in USER_TYPE_GROUPS}
        if "user_type" in self.errors and self["user_type"].value() in headings:
            self.errors["user_type"] = self.error_class(
                ["That line is a heading. Choose a User Type below it."]
            )
        return self.cleaned_data


def person_of(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a PACER account from what a draft kept."""
    columns = {name: value for name, value in kept.items() if name in PERSON_COLUMNS}
    if "date_of_birth" in columns:
        columns["date_of_birth"] = date.fromisoformat(columns["date_of_birth"])
    return columns


PERSON_COLUMNS = frozenset(
    name
    for group in (NameFields, BirthFields, AddressFields, PhoneFields, EmailFields, UserTypeFields)
    for name in group.base_fields
) - {"confirm_email"}
