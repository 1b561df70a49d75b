"""The three steps of the upgrade: Person, Address, Security. Registration has the same fields."""

from typing import Any

from pacer_accounts.credentials.forms import SecurityForm
from pacer_accounts.credentials.rules import username_faults
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.forms import (
    PERSON_COLUMNS,
    AddressFields,
    BirthFields,
    NameFields,
    PhoneFields,
    UserTypeFields,
    email_field,
)
from pacer_accounts.registration.rules import personal_names
from pacer_accounts.wizards.drafts import Step
from rehearsals.models import Rehearsal

# Legacy accounts have no values for these, so the holder enters them.
NEW_FIELDS = frozenset({"date_of_birth", "user_type", "county"})


class PersonForm(NameFields, BirthFields, UserTypeFields):
    groups = (
        ("Name", ("prefix", "first_name", "middle_name", "last_name", "generation", "suffix")),
        ("User", ("date_of_birth", "user_type")),
    )
    field_order = [name for _, names in groups for name in names]


class AddressForm(AddressFields, PhoneFields):
    groups = (
        ("Address", ("firm", "unit", "address", "room", "city", "state", "county", "zip_code",
                     "country")),
        ("Telephone and e-mail", ("primary_phone", "alternate_phone", "text_phone", "fax_number",
                                  "email")),
    )  # fmt: skip
    field_order = [name for _, names in groups for name in names]
    email = email_field("Email")


SECURITY = Step("security", "Security", SecurityForm)
STEPS = (Step("person", "Person", PersonForm), Step("address", "Address", AddressForm), SECURITY)


def prefill(account: PacerAccount) -> dict[str, Any]:
    """What the forms show of the account before the holder types anything."""
    known = {name: getattr(account, name) for name in PERSON_COLUMNS - NEW_FIELDS}
    may_keep = not username_faults(account.username)  # a six-character username must change
    return known | {"username": account.username if may_keep else ""}


def security_kwargs(
    rehearsal: Rehearsal, account: PacerAccount, person: dict[str, Any]
) -> dict[str, Any]:
    """What SecurityForm checks a new username and password against."""
    others = rehearsal.pacer_accounts.exclude(pk=account.pk)
    return {
        "names": personal_names(person),
        "email": person.get("email", ""),
        "is_taken": lambda username: others.named(username).exists(),
        "era": rehearsal.era,
    }
