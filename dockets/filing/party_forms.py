"""Who files: parties, new parties, associations, and the opening of a case."""

from collections.abc import Sequence
from typing import Any

from django import forms

from dockets.cases.numbers import OFFICES
from dockets.filing.forms import FilingForm, boxes
from dockets.filing.parties import DEFENDANT, PLAINTIFF
from dockets.models import Party
from dockets.query.natures import NATURES_OF_SUIT
from pacer_accounts.wizards.forms import options, text_field

NO_FILER = "Select the party that you file for, or add a new filer."
NOT_SELECTED = "Select your name."


class NewPartyFields(FilingForm):
    role = forms.ChoiceField(label="Role", required=False)
    last_name = text_field("Last name, or name of an organization", 120, "off", required=False)
    first_name = text_field("First name", 50, "off", required=False)

    def __init__(self, *args: Any, roles: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.set_choices("role", options("Select Role", roles))

    @property
    def names_party(self) -> bool:
        return bool(self.cleaned_data.get("last_name") or self.cleaned_data.get("first_name"))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.names_party:
            if not self.cleaned_data.get("role"):
                self.add_error("role", "Choose the role of the new party.")
            if not self.cleaned_data.get("last_name"):
                self.add_error("last_name", "Enter the last name, or the name of an organization.")
        return self.cleaned_data

    def party(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("role", "last_name", "first_name")}


class FilerForm(NewPartyFields):
    """ "Select the Filer". `is_needed`: whether a party must be chosen."""

    groups = (
        ("Parties of the case", ("filers",)),
        ("New Filer", ("role", "last_name", "first_name")),
    )
    filers = boxes("Select the Filer")
    field_order = ("filers", "role", "last_name", "first_name")

    def __init__(
        self, *args: Any, parties: Sequence[Party], is_needed: bool, may_add: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.is_needed, self.may_add = is_needed, may_add
        self.set_choices(
            "filers", [(str(one.pk), f"{one.full_name}, {one.role}") for one in parties]
        )
        if not may_add:
            for name in ("role", "last_name", "first_name"):
                del self.fields[name]

    @property
    def grouped(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(heading, fields) for heading, fields in super().grouped if fields]

    def clean(self) -> dict[str, Any]:
        super().clean()
        is_chosen = self.names_party or self.cleaned_data.get("filers")
        if self.is_needed and not self.errors and not is_chosen:
            self.add_error("filers", NO_FILER if self.may_add else NOT_SELECTED)
        return self.cleaned_data

    def keep(self) -> dict[str, Any]:
        added = [self.party()] if self.names_party else []
        return {"filers": [int(key) for key in self.cleaned_data["filers"]], "new_parties": added}


class AssociationForm(FilingForm):
    """Attorney and party associations that don't exist yet."""

    associations = boxes(
        "Create these associations",
        help_text="You get notices only in cases in which you are associated with a party.",
    )

    def __init__(self, *args: Any, parties: Sequence[Party], attorney: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = [(str(one.pk), f"{one.full_name}, represented by {attorney}") for one in parties]
        self.set_choices("associations", labels)
        self.initial.setdefault("associations", [str(one.pk) for one in parties])

    def keep(self) -> dict[str, Any]:
        return {"associations": [int(key) for key in self.cleaned_data["associations"]]}


JURISDICTIONS = (
    "U.S. Government Plaintiff",
    "U.S. Government Defendant",
    "Federal Question",
    "Diversity",
)
CAUSES = (
    "28:1331 Federal Question", "28:1332 Diversity-Breach of Contract", "28:1332 Diversity-Tort/Non-Motor",
    "28:1441 Notice of Removal", "28:1983 Civil Rights", "42:1983 Civil Rights Act",
    "28:2254 Petition for Writ of Habeas Corpus", "29:201 Fair Labor Standards Act",
    "42:2000e Job Discrimination",
)  # fmt: skip


class OpeningForm(FilingForm):
    """ "Open a Civil Case": what the civil cover sheet says (JS 44)."""

    office = forms.ChoiceField(label="Office", choices=OFFICES)
    jurisdiction = forms.ChoiceField(
        label="Jurisdiction",
        choices=options("Select Jurisdiction", JURISDICTIONS),
        error_messages={"required": "Choose Jurisdiction."},
    )
    nature_of_suit = forms.ChoiceField(
        label="Nature of suit",
        choices=options("Select Nature of Suit", (f"{k} {v}" for k, v in NATURES_OF_SUIT.items())),
        error_messages={"required": "Choose Nature of suit."},
    )
    cause = forms.ChoiceField(
        label="Cause of action",
        choices=options("Select Cause of Action", CAUSES),
        error_messages={"required": "Choose Cause of action."},
    )
    jury_demand = forms.ChoiceField(
        label="Jury demand", choices=[(one, one) for one in ("None", PLAINTIFF, DEFENDANT, "Both")]
    )
    demand = text_field(
        "Demand", 20, "off", required=False, help_text="In dollars, for example $250,000."
    )


class OpeningPartiesForm(NewPartyFields):
    """A party of the new case, added to a list."""

    is_filer = forms.BooleanField(label="I represent this party", required=False)

    def party(self) -> dict[str, Any]:
        return {**super().party(), "is_filer": self.cleaned_data["is_filer"]}

    def keep(self) -> dict[str, Any]:
        return {}
