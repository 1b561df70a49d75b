"""The tabs of the upgrade: Person, Address, Security. Their fields are those of registration."""

from datetime import datetime
from typing import Any

from django.forms import BoundField

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
    court_day,
    email_field,
)
from pacer_accounts.wizards.drafts import Draft, Step
from pacer_accounts.wizards.forms import PageForm
from rehearsals.models import Rehearsal

# A legacy account never held these, so its holder enters them.
NOT_HELD = frozenset({"date_of_birth", "user_type", "county"})


class GroupedPage(PageForm):
    """Fields below headings: `groups` gives each heading its fields, in the order of the page."""

    groups: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def grouped(self) -> list[tuple[str, list[BoundField]]]:
        return [
            (heading, [self[name] for name in names if name in self.fields])
            for heading, names in self.groups
        ]


class PersonPage(GroupedPage, NameFields, BirthFields, UserTypeFields):
    groups = (
        ("Name", ("prefix", "first_name", "middle_name", "last_name", "generation", "suffix")),
        ("User", ("date_of_birth", "user_type")),
    )
    field_order = [name for _, names in groups for name in names]


class AddressPage(GroupedPage, AddressFields, PhoneFields):
    groups = (
        ("Address", ("firm", "unit", "address", "room", "city", "state", "county", "zip_code",
                     "country")),
        ("Telephone and e-mail", ("primary_phone", "alternate_phone", "text_phone", "fax_number",
                                  "email")),
    )  # fmt: skip
    field_order = [name for _, names in groups for name in names]
    email = email_field("Email")


STEPS = (
    Step("person", "Person", PersonPage),
    Step("address", "Address", AddressPage),
    Step("security", "Security", SecurityForm),
)
LAST = STEPS[-1]


def page_form(
    step: Step,
    account: PacerAccount,
    draft: Draft,
    *,
    rehearsal: Rehearsal,
    at: datetime,
    data: Any = None,
) -> PageForm:
    """The form of `step`, filled from the account and over it from the draft. `at`: court time."""
    initial = _prefill(account) | draft.page(step.key) | draft.noted(step.key)
    extra: dict[str, Any] = {}
    if step.form_class is PersonPage:
        extra["today"] = court_day(rehearsal, at)
    elif step is LAST:
        extra = _for_security(account, draft.pages(), rehearsal)
    return step.form_class(data, initial=initial, **extra)


def _prefill(account: PacerAccount) -> dict[str, Any]:
    held = {name: getattr(account, name) for name in PERSON_COLUMNS - NOT_HELD}
    keeps_username = not username_faults(account.username)  # six-character ones never may
    return held | {"username": account.username if keeps_username else ""}


def _for_security(
    account: PacerAccount, person: dict[str, Any], rehearsal: Rehearsal
) -> dict[str, Any]:
    others = rehearsal.pacer_accounts.exclude(pk=account.pk)
    return {
        "names": [person.get(name, "") for name in ("first_name", "middle_name", "last_name")],
        "email": person.get("email", ""),
        "is_taken": lambda username: others.named(username).exists(),
        "era": rehearsal.era,
    }
