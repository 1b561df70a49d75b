"""Page 1 of registration, "Account Information", for each kind (labels: seed, Step 1)."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from pacer_accounts.choices import NON_ATTORNEY_ROLES, NON_ATTORNEY_USER_TYPE_GROUPS
from pacer_accounts.profile.forms import (
    AddressFields,
    BirthFields,
    EmailFields,
    NameFields,
    PhoneFields,
    UserTypeFields,
    choice_field,
)
from pacer_accounts.registration.verification import Question
from pacer_accounts.wizards.forms import Groups, PageForm, options, text_field

_ADDRESS = ("address", "room", "city", "state", "county", "zip_code", "country")
_TELEPHONE = ("primary_phone", "alternate_phone", "text_phone", "fax_number")


class VerifiedPage(PageForm):
    """`question`: the question of User Verification, or None once it is answered."""

    verification = forms.CharField(
        label="User Verification",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": "Answer the question under User Verification.",
            "max_length": "The answer to User Verification is one number.",
        },
    )

    def __init__(self, *args: Any, question: Question | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question = question
        if question is None:
            del self.fields["verification"]
        else:
            self.fields[
                "verification"
            ].help_text = (
                f"This shows that you are a person. {question.text} Answer in digits or words."
            )

    def clean_verification(self) -> str:
        answer = self.cleaned_data["verification"]
        if self.question is None or not self.question.is_right(answer):
            raise ValidationError(
                "That answer to User Verification is not correct. Try again, or select Show a"
                " different question."
            )
        return answer

    def is_verified(self) -> bool:
        """Whether this page answered the question, even if it has other errors."""
        return self.question is not None and "verification" not in self.errors

    def keep(self) -> dict[str, Any]:
        return {name: value for name, value in super().keep().items() if name != "verification"}


class AccountInformationForm(
    UserTypeFields, EmailFields, PhoneFields, AddressFields, BirthFields, NameFields, VerifiedPage
):
    """For an individual account."""

    groups: ClassVar[Groups] = (
        ("Name", ("prefix", "first_name", "middle_name", "last_name", "generation", "suffix",
                  "date_of_birth")),
        ("Address", ("firm", "unit", "address", "room", "city", "state", "county", "zip_code",
                     "country")),
        ("Telephone", ("primary_phone", "alternate_phone", "text_phone", "fax_number")),
        ("E-mail", ("email", "confirm_email")),
        ("User", ("user_type", "is_cja", "verification")),
    )  # fmt: skip
    field_order = [name for _, names in groups for name in names]

    is_cja = forms.BooleanField(
        label="Check here if you are an attorney appointed to the CJA Attorney Panel",
        required=False,
    )


class NonAttorneyForm(AccountInformationForm):
    """Also asks for the role. It leaves out ATTORNEY: attorneys register as Attorney Filers."""

    groups: ClassVar[Groups] = (
        *AccountInformationForm.groups[:-1],
        ("User", ("user_type", "role", "is_cja", "verification")),
    )
    field_order = [name for _, names in groups for name in names]
    is_cja = None  # type: ignore[assignment]  # removes the field
    role = choice_field(
        "Role in Court",
        options("Select Role in Court", NON_ATTORNEY_ROLES),
        help_text="The role in which you want to file. The court decides whether to grant it.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = (
            (heading, [(name, name) for name in names])
            for heading, names in NON_ATTORNEY_USER_TYPE_GROUPS
        )
        self.set_choices("user_type", [("", "Select User Type"), *groups])


class FirmForm(EmailFields, PhoneFields, AddressFields, NameFields, VerifiedPage):
    """A billing account belongs to an office: a contact, but no date of birth and no User Type."""

    groups: ClassVar[Groups] = (
        ("Firm/Office", ("firm", "unit", *_ADDRESS)),
        (
            "Contact person",
            ("prefix", "first_name", "middle_name", "last_name", "generation", "suffix"),
        ),
        ("Telephone", _TELEPHONE),
        ("E-mail", ("email", "confirm_email")),
        ("User", ("verification",)),
    )
    field_order = [name for _, names in groups for name in names]
    firm = text_field("Firm/Office", 100, "organization")
