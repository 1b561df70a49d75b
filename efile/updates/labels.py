"""Labels of an update's columns and values, for e-mails and the clerk's page."""

from collections.abc import Iterable, Mapping

from cmecf.models import EmailFormat, EmailFrequency
from efile.models import MaintenanceRequest

LABELS = {
    "prefix": "Prefix",
    "first_name": "First Name",
    "middle_name": "Middle Name",
    "last_name": "Last Name",
    "generation": "Generation",
    "suffix": "Suffix",
    "user_type": "User Type",
    "is_cja": "CJA Attorney Panel",
    "firm": "Firm/Office",
    "unit": "Unit/Department",
    "address": "Address",
    "room": "Room/Suite",
    "city": "City",
    "state": "State",
    "county": "County",
    "zip_code": "Zip/Postal Code",
    "country": "Country",
    "primary_phone": "Primary Phone",
    "alternate_phone": "Alternate Phone",
    "text_phone": "Text Phone",
    "fax_number": "Fax Number",
    "postal_address": "Address",
    "email": "Primary e-mail",
    "email_frequency": "Frequency",
    "email_format": "Format",
}
_CHOICES = {"email_frequency": EmailFrequency, "email_format": EmailFormat}


def value_text(name: str, value: object) -> str:
    """The value on one line; an empty value is shown as such."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name in _CHOICES and value in _CHOICES[name].values:
        return str(_CHOICES[name](value).label)
    return ", ".join(str(value).splitlines()) or "(empty)"


def label_list(names: Iterable[str]) -> str:
    return ", ".join(LABELS[name] for name in names)


def lines(values: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(LABELS[name], value_text(name, value)) for name, value in values.items()]


def comparison(request: MaintenanceRequest) -> list[tuple[str, str, str]]:
    """(label, before, after) of each value that differs."""
    return [
        (
            LABELS[name],
            value_text(name, request.before.get(name, "")),
            value_text(name, after),
        )
        for name, after in request.after.items()
        if request.before.get(name, "") != after
    ]
