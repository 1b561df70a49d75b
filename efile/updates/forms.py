from collections.abc import Iterable
from typing import Any

from django import forms

from cmecf.models import CmecfAccount, EmailFormat, EmailFrequency
from efile.choices import Cases
from efile.updates.rules import DELIVERY, columns
from pacer_accounts.profile.forms import (
    AddressFields,
    NameFields,
    PhoneFields,
    UserTypeFields,
    choice_field,
    email_field,
)
from pacer_accounts.wizards.forms import PageForm, text_field

PERSONAL = (
    "prefix", "first_name", "middle_name", "last_name", "generation", "suffix", "user_type",
    "is_cja",
)  # fmt: skip
ADDRESS = (
    "firm", "unit", "address", "room", "city", "state", "county", "zip_code", "country",
)  # fmt: skip
PHONES = ("primary_phone", "alternate_phone", "text_phone", "fax_number")


class PersonalForm(UserTypeFields, NameFields):
    """`differing`: names of courts that have another name on file and haven't been asked to change it."""

    field_order = PERSONAL

    is_cja = forms.BooleanField(
        label="Check here if you are an attorney appointed to the CJA Attorney Panel",
        required=False,
    )
    asks_courts = forms.BooleanField(required=False)

    def __init__(self, *args: Any, differing: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if differing:
            self.fields["asks_courts"].label = (
                f"Ask {' and '.join(differing)} to accept my name as shown above, even if I change"
                " nothing here"
            )
        else:
            del self.fields["asks_courts"]

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in PERSONAL}


class AddressForm(PhoneFields, AddressFields):
    """The address, and for each of `records`: whether its court gets it, and for which cases."""

    field_order = [*ADDRESS, *PHONES, "reason_for_update"]

    reason_for_update = text_field("Reason for Update", 200, required=False)

    def __init__(self, *args: Any, records: Iterable[CmecfAccount], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.records = list(records)
        for record in self.records:
            code = record.court.code
            self.fields[f"court_{code}"] = forms.BooleanField(
                label=f"Update my address in {record.court.name}", required=False
            )
            self.fields[f"cases_{code}"] = choice_field(
                f"Apply to, in {record.court.name}",
                Cases.choices,
                required=False,
                widget=forms.RadioSelect,
            )

    @property
    def fieldsets(self) -> list[tuple[str, list[forms.BoundField]]]:
        groups = (("Address", ADDRESS), ("Telephone", PHONES))
        return [
            (legend, [self[name] for name in names if name in self.fields])
            for legend, names in groups
        ]

    @property
    def courts(self) -> list[dict[str, Any]]:
        """For the template: each record and its two fields."""
        return [
            {
                "record": record,
                "chosen": self[f"court_{record.court.code}"],
                "cases": self[f"cases_{record.court.code}"],
            }
            for record in self.records
        ]

    @property
    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data.get(name, "") for name in (*ADDRESS, *PHONES)}

    @property
    def cases(self) -> dict[str, str]:
        """The chosen courts: code to efile.Cases."""
        codes = [record.court.code for record in self.records]
        chosen = self.cleaned_data
        return {code: chosen[f"cases_{code}"] for code in codes if chosen.get(f"court_{code}")}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        courts = [record.court for record in self.records]
        chosen = [court for court in courts if data.get(f"court_{court.code}")]
        for court in chosen:
            name = f"cases_{court.code}"
            if name not in self.errors and not data.get(name):
                self.add_error(
                    name, f"Choose the cases in {court.name} in which to use the new address."
                )
        if chosen and not data.get("reason_for_update") and "reason_for_update" not in self.errors:
            self.add_error("reason_for_update", "Enter Reason for Update. The courts will read it.")
        return data


class DeliveryForm(PageForm):
    """The settings of one court. The form's prefix is the court's code."""

    email = email_field("Primary Email")
    email_frequency = choice_field(
        "Email Frequency", EmailFrequency.choices, widget=forms.RadioSelect
    )
    email_format = choice_field("Email Format", EmailFormat.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, record: CmecfAccount, **kwargs: Any) -> None:
        kwargs |= {"prefix": record.court.code, "initial": columns(record, DELIVERY)}
        super().__init__(*args, **kwargs)
        self.record = record
        for field in self.fields.values():  # the error summary names the court
            field.label = f"{field.label}, {record.court.name}"
