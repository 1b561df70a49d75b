"""The pages of a filing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from cmecf.models import Court
from dockets.cases.queries import cases_of_number
from dockets.documents.forms import DocumentForm
from dockets.filing.catalog.event import MODIFIERS, Event, Refers
from dockets.filing.queries import entries_numbered, entries_to_refer_to
from dockets.models import Case, DocketEntry, Party
from pacer_accounts.wizards.forms import LONGEST_NOTE, PageForm, options, text_field

NO_CASE = "There is no case with this number in this court. Check it, for example {}."
NOT_ON_DOCKET = "The docket of this case has no document with this number. Check it:"
SEVERAL = "Several cases have this number. Choose one below."
DATE_FORMATS = ["%m/%d/%Y", "%Y-%m-%d"]


class FilingForm(PageForm):
    """A page of a filing. Some have fields of their own case or event, and several choices at once."""

    def typed_now(self, data: QueryDict) -> dict[str, Any]:
        """Input as it was typed, to fill in the page when it is shown again."""
        typed: dict[str, Any] = {}
        for name, field in self.fields.items():
            if name in self.secrets or isinstance(field, forms.FileField):
                continue
            if isinstance(field, forms.MultipleChoiceField):
                typed[name] = [one[:LONGEST_NOTE] for one in data.getlist(name)[:LONGEST_NOTE]]
            elif name in data:
                typed[name] = data[name][:LONGEST_NOTE]
        return typed


def date_field(label: str, *, required: bool) -> forms.DateField:
    wrong = f"Enter {label} as month/day/year, for example 04/20/2020."
    return forms.DateField(
        label=label,
        required=required,
        input_formats=DATE_FORMATS,
        help_text="Month/day/year, for example 04/20/2020.",
        error_messages={"required": f"Enter {label}.", "invalid": wrong},
        widget=forms.DateInput(format="%m/%d/%Y"),
    )


def boxes(label: str, *, help_text: str = "", required: str = "") -> forms.MultipleChoiceField:
    """Several checkboxes. `required`: the sentence if none is checked; "" if none is needed."""
    return forms.MultipleChoiceField(
        label=label,
        required=bool(required),
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": required,
            "invalid_choice": "One of your choices is no longer offered. Choose again.",
        },
    )


class CaseForm(FilingForm):
    """ "Find This Case". `court`: where. `kept`: the key of the case chosen before."""

    case_number = text_field("Case Number", 40, "off")
    case = forms.ChoiceField(
        label="Select a case",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": SEVERAL},
    )

    def __init__(self, *args: Any, court: Court, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.court = court
        typed = self.data.get("case_number") or self.initial.get("case_number", "")
        self.hits = cases_of_number(court, typed) if typed else []
        self.hits = self.offered or self.hits  # a sealed case is never offered or named
        if len(self.offered) > 1:
            self.set_choices("case", [(str(hit.pk), str(hit)) for hit in self.hits])
        else:
            del self.fields["case"]

    @property
    def offered(self) -> list[Case]:
        """The cases that the page may name: those that aren't sealed."""
        return [hit for hit in self.hits if not hit.is_sealed]

    @property
    def found(self) -> Case | None:
        """The case to name on the page; None if it is sealed."""
        return self.offered[0] if len(self.offered) == 1 else None

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "case_number" in self.cleaned_data and not self.hits:
            self.add_error("case_number", NO_CASE.format(self.court.example_numbers[0]))
        if "case" in self.fields and not self.cleaned_data.get("case") and not self.errors:
            self.add_error("case", SEVERAL)
        return self.cleaned_data

    def chosen(self) -> Case:
        """The case, when the form is valid."""
        key = self.cleaned_data.get("case")
        return next((hit for hit in self.hits if str(hit.pk) == key), self.hits[0])

    def keep(self) -> dict[str, Any]:
        return {"case": self.chosen().pk, "case_number": self.cleaned_data["case_number"]}


class CaptionForm(FilingForm):
    """The check of the caption. In a criminal case, the defendants whom the filing is about."""

    defendants = boxes(
        "Select the defendants", required="Select at least one defendant that the filing is about."
    )

    def __init__(self, *args: Any, defendants: Sequence[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not defendants:
            del self.fields["defendants"]
            return
        self.set_choices("defendants", [(str(one.pk), _defendant(one)) for one in defendants])
        self.initial.setdefault("defendants", [str(one.pk) for one in defendants])


def _defendant(party: Party) -> str:
    return f"{party.full_name} ({party.defendant_number or party.position})"


class DocumentsForm(DocumentForm, FilingForm):
    """The main document, then attachments with their category and description."""

    category = forms.ChoiceField(
        label="Category",
        required=False,
        choices=options("Select Category", ("Affidavit", "Appendix", "Certificate", "Exhibit",
                                            "Proposed Order", "Supporting Documentation")),
    )  # fmt: skip
    description = text_field("Description", 60, "off", required=False)

    def __init__(self, *args: Any, has_main: bool, kind: str, **kwargs: Any) -> None:
        label = "Attachment" if has_main else "Main Document"
        kind = "exhibit" if has_main else kind
        super().__init__(
            *args,
            label=label,
            kind=kind,
            with_attachments=not has_main,
            required=not has_main,
            **kwargs,
        )
        self.has_main = has_main
        if not has_main:
            del self.fields["category"], self.fields["description"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_chosen = bool(cleaned.get("documents"))
        if (
            self.has_main
            and is_chosen
            and not (cleaned.get("category") or cleaned.get("description"))
        ):
            self.add_error(
                "category", "Choose a category or enter a description of the attachment."
            )
        return cleaned

    def keep(self) -> dict[str, Any]:
        return {}


class ReferForm(FilingForm):
    """ "Refer to existing event(s)?" The newest entries of `case` are offered."""

    refers_to = boxes("Select the document to which your filing relates")
    numbers = forms.CharField(
        label="Or enter document numbers",
        required=False,
        max_length=60,
        help_text="Separate them by commas, for example 4, 7.",
    )

    def __init__(self, *args: Any, case: Case | None, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        entries = entries_to_refer_to(case, event) if case else []
        self.is_needed = event.refers is Refers.MUST
        self.set_choices("refers_to", [(str(one.number), _entry_line(one)) for one in entries])

    def clean_numbers(self) -> list[int]:
        parts = [part.strip() for part in self.cleaned_data["numbers"].split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts):
            raise ValidationError("Enter document numbers separated by commas, for example 4, 7.")
        numbers = [int(part) for part in parts]
        found = entries_numbered(self.case, numbers) if self.case and numbers else []
        if missing := sorted({*numbers} - {entry.number for entry in found}):
            raise ValidationError(f"{NOT_ON_DOCKET} {', '.join(map(str, missing))}.")
        return numbers

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.is_needed and not self.errors and not self.all_numbers():
            self.add_error("refers_to", "This event must refer to an earlier document. Select it.")
        return self.cleaned_data

    def all_numbers(self) -> list[int]:
        chosen = {int(number) for number in self.cleaned_data.get("refers_to", [])}
        return sorted(chosen | set(self.cleaned_data.get("numbers", [])))

    def keep(self) -> dict[str, Any]:
        return {"refers_to": self.all_numbers()}


def _entry_line(entry: DocketEntry) -> str:
    return f"{entry.number}: {entry.short_text}, {entry.filed_on:%m/%d/%Y}"


class DocketTextForm(FilingForm):
    modifier = forms.ChoiceField(
        label="Modifier", required=False, choices=options("None", MODIFIERS)
    )
    words = text_field(
        "Your words",
        200,
        "off",
        required=False,
        help_text="They replace the blank in the text above. Leave it empty if nothing is to be added.",
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not event.has_modifiers:
            del self.fields["modifier"]


class FinalForm(FilingForm):
    """The warning before the filing is committed: nothing is asked."""

    def keep(self) -> dict[str, Any]:
        return {}
