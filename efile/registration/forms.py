"""The pages of the two registrations (court hand-outs on Attorney Admissions / E-File Registration)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cmecf.models import Court, CourtKind, EmailFormat, EmailFrequency, FilerRole
from efile.choices import Application, RequestKind
from efile.registration.rules import (
    COURT_TYPES,
    court_label,
    is_case_number,
    needs_document,
    roles_of,
)
from pacer_accounts.profile.counties import states
from pacer_accounts.profile.forms import choice_field, email_field
from pacer_accounts.wizards.forms import PageForm, options, text_field
from rehearsals.documents.forms import PdfField, say_what_is_lost

ONE_CASE = "Enter Most Recent Case. You apply for Pro Hac Vice in one case."
CASE_NUMBER = (
    "Enter Most Recent Case as the court writes it, for example 1:20-cv-90001-TRN-SIM. Use only"
    " letters, digits, colons, hyphens, periods and slashes."
)


OTHER_EMAIL_MISSING = "Enter Email for Notices, or uncheck the box above to use your own."
OTHER_EMAIL_UNCHECKED = (
    "Check the box above to use this Email for Notices, or leave the field empty to use your own."
)


def radio_field(label: str, choices: Any = ()) -> forms.ChoiceField:
    return choice_field(label, list(choices), widget=forms.RadioSelect)


class CourtForm(PageForm):
    """`courts`: those that are NextGen today."""

    court = choice_field("Court")

    def __init__(self, *args: Any, courts: Iterable[Court], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_type: dict[str, list[tuple[str, str]]] = {}
        for court in courts:
            by_type.setdefault(COURT_TYPES[CourtKind(court.kind)], []).append(
                (court.code, court_label(court))
            )
        self.set_choices("court", [("", "Select Court"), *by_type.items()])


class ApplicationForm(PageForm):
    application = radio_field("What would you like to apply/register for?")

    def __init__(self, *args: Any, court: Court, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["application"].error_messages["required"] = (
            "Choose what you would like to apply or register for."
        )
        self.set_choices(
            "application", [(value, Application(value).label) for value in court.applications]
        )


class FilerFields(PageForm):
    """`court`: the one asked. `kind`: of request, for which the court grants some roles."""

    role = radio_field("Role in Court")
    title = text_field("Title", 40, "organization-title", required=False)
    already_admitted = forms.BooleanField(label="Already Admitted at Court", required=False)
    court_bar_id = text_field("Court Bar ID", 30, required=False)
    other_names = text_field("Other Names Used", 100, required=False)
    recent_case = text_field(
        "Most Recent Case",
        40,
        required=False,
        help_text="Its number, for example 1:20-cv-90001-TRN-SIM.",
    )

    def __init__(self, *args: Any, court: Court, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = roles_of(court, kind)
        self.set_choices("role", [(role, FilerRole(role).label) for role in roles])
        if len(roles) == 1:
            self.initial.setdefault("role", roles[0])

    def clean_recent_case(self) -> str:
        number = self.cleaned_data["recent_case"]
        if number and not is_case_number(number):
            raise ValidationError(CASE_NUMBER)
        return number

    def require(self, name: str, sentence: str) -> None:
        """A field that is needed only with something else on the page."""
        if name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, sentence)


class AttorneyForm(FilerFields):
    """`today`: the court's day. `application`: what was chosen on the page before."""

    groups = (
        ("Attorney Bar Information", ("bar_state", "bar_number", "bar_date")),
        ("Filer Information", ("role", "title")),
        ("Additional Filer Information", ("already_admitted", "court_bar_id", "other_names",
                                          "recent_case")),
    )  # fmt: skip
    field_order = [name for _, names in groups for name in names]

    bar_state = choice_field("State Bar")
    bar_number = text_field(
        "State Bar Number", 30, help_text="A practice number, for example SIM-0001."
    )
    bar_date = forms.DateField(
        label="Date Admitted to the State Bar",
        input_formats=["%m/%d/%Y", "%Y-%m-%d"],
        help_text="Month/day/year, for example 09/30/2011.",
        error_messages={
            "required": "Enter Date Admitted to the State Bar.",
            "invalid": "Enter Date Admitted to the State Bar as month/day/year, for example 09/30/2011.",
        },
        widget=forms.DateInput(format="%m/%d/%Y"),
    )

    def __init__(self, *args: Any, today: date, application: str, **kwargs: Any) -> None:
        super().__init__(*args, kind=RequestKind.ATTORNEY, **kwargs)
        self.today = today
        self.set_choices("bar_state", options("Select State", states()))
        if application == Application.PRO_HAC_VICE:
            self.fields["recent_case"].required = True
            self.fields["recent_case"].error_messages["required"] = ONE_CASE

    def clean_bar_date(self) -> date:
        admitted_on = self.cleaned_data["bar_date"]
        if admitted_on > self.today:
            raise ValidationError("Date Admitted to the State Bar can't be in the future.")
        if admitted_on.year < 1900:
            raise ValidationError(
                "Check the year in Date Admitted to the State Bar. Enter 1900 or later."
            )
        return admitted_on

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("already_admitted"):
            self.require(
                "court_bar_id", "Enter Court Bar ID, or uncheck Already Admitted at Court."
            )
        return self.cleaned_data


class NonAttorneyForm(FilerFields):
    """`declared_role`: the role chosen at registration, preselected if the court has it."""

    groups = (
        ("Filer Information", ("role", "title")),
        ("Additional Filer Information", ("other_names", "recent_case")),
    )
    field_order = [name for _, names in groups for name in names]

    already_admitted = None  # type: ignore[assignment]  # how Django drops an inherited field
    court_bar_id = None  # type: ignore[assignment]

    def __init__(self, *args: Any, declared_role: str = "", **kwargs: Any) -> None:
        super().__init__(*args, kind=RequestKind.NON_ATTORNEY, **kwargs)
        roles = roles_of(kwargs["court"], RequestKind.NON_ATTORNEY)
        values = {FilerRole(role).label: role for role in roles}
        if FilerRole.PARTY in values.values():
            self.fields["recent_case"].help_text += " A party must enter it."
        if declared_role in values:
            self.initial.setdefault("role", values[declared_role])

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("role") == FilerRole.PARTY:
            self.require(
                "recent_case",
                "Enter Most Recent Case. A party may e-file only in the case in which the court"
                " allowed it.",
            )
        return self.cleaned_data


class DeliveryForm(PageForm):
    """ "Delivery Method and Formatting". `email`: the one of the PACER account."""

    uses_other_email = forms.BooleanField(
        label="Use a different email address than my PACER account",
        required=False,
    )
    email = email_field("Email for Notices")
    email_frequency = radio_field("Email Frequency", EmailFrequency.choices)
    email_format = radio_field("Email Format", EmailFormat.choices)

    def __init__(self, *args: Any, account_email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account_email = account_email
        self.fields["email"].required = False
        self.initial.setdefault("email_frequency", EmailFrequency.EACH)
        self.initial.setdefault("email_format", EmailFormat.HTML)

    def clean(self) -> dict[str, Any]:
        super().clean()
        if "email" not in self.errors and (fault := self._fault(**self.cleaned_data)):
            self.add_error("email", fault)
        return self.cleaned_data

    def _fault(self, *, uses_other_email: bool, email: str, **_: Any) -> str | None:
        if uses_other_email:
            return None if email else OTHER_EMAIL_MISSING
        return None if email in ("", self.account_email) else OTHER_EMAIL_UNCHECKED

    def keep(self) -> dict[str, Any]:
        kept = super().keep()
        return kept if kept["uses_other_email"] else kept | {"email": self.account_email}


class PaymentForm(PageForm):
    """Nothing is asked: this court takes no fee for a registration."""


class TermsForm(PageForm):
    """The last page. A browser never sends a chosen file twice, so the document stands here.

    `application`: what was chosen, "" for non-attorneys.
    """

    document = PdfField(
        "Document Upload",
        "One PDF of up to 1 MB, for example a practice certificate of good standing. Never upload a"
        " real client's document.",
    )
    accepts_terms = forms.BooleanField(
        label="I agree that my PACER username and password serve as my signature in this court. I"
        " won't let anyone else use them to file.",
        error_messages={"required": "Check the first statement to submit."},
    )
    knows_local_rules = forms.BooleanField(
        label="I have read this court's own requirements for e-filing and will follow them.",
        error_messages={"required": "Check the second statement to submit."},
    )

    def __init__(self, *args: Any, court: Court, application: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not court.asks_for_document:
            del self.fields["document"]
        elif needs_document(court, application):
            self.fields["document"].required = True

    def clean(self) -> dict[str, Any]:
        super().clean()
        return say_what_is_lost(self)

    def keep(self) -> dict[str, Any]:
        return {}
