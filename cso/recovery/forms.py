from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from pacer_accounts.credentials.forms import answer_field, rule_list, secret_field
from pacer_accounts.credentials.rules import new_password_faults, password_rules
from pacer_accounts.models import PacerAccount
from pacer_accounts.wizards.forms import UnechoedInput


def _unechoed_field(
    label: str, max_length: int, *, required: bool = False, **options: Any
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=max_length,
        widget=UnechoedInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={
            "required": f"Enter {label}.",
            "max_length": f"{label} can have at most {max_length} characters.",
        },
        **options,
    )


def _birth_date() -> forms.DateField:
    return forms.DateField(
        label="Date of Birth",
        required=False,
        input_formats=["%m/%d/%Y", "%Y-%m-%d"],
        help_text="mm/dd/yyyy",
        widget=UnechoedInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
        error_messages={"invalid": "Enter Date of Birth as mm/dd/yyyy, for example 05/04/1962."},
    )


class ForgotUsernameForm(forms.Form):
    """The e-mail of the account and one other detail (PACER FAQ)."""

    one_of: tuple[str, ...] = ("account_number", "date_of_birth")
    none_of = "Enter one of these: Account Number or Date of Birth."

    email = _unechoed_field(
        "E-mail", 254, required=True, help_text="The address on your PACER account."
    )
    account_number = _unechoed_field(
        "Account Number",
        20,
        help_text="Enter this or your date of birth. Seven digits, on every PACER bill.",
    )
    date_of_birth = _birth_date()

    def clean_account_number(self) -> str:
        return self.cleaned_data["account_number"].replace("-", "").replace(" ", "")

    def clean(self) -> dict[str, str | date | None]:
        super().clean()
        data = self.cleaned_data
        has_errors = any(name in self.errors for name in self.one_of)
        if not has_errors and not any(data.get(name) for name in self.one_of):
            self.add_error(self.one_of[0], self.none_of)
        return data


class ForgotPasswordForm(ForgotUsernameForm):
    one_of = ("username", "account_number", "date_of_birth")
    none_of = "Enter one of these: Username, Account Number or Date of Birth."

    username = _unechoed_field(
        "Username", 45, help_text="Enter this, your account number, or your date of birth."
    )
    account_number = _unechoed_field(
        "Account Number", 20, help_text="Seven digits, on every PACER bill."
    )
    field_order = ("email", "username", "account_number", "date_of_birth")


class AnswersForm(forms.Form):
    """`questions`: the account's own, or decoys."""

    answer_1 = answer_field("Security Answer 1")
    answer_2 = answer_field("Security Answer 2")

    def __init__(self, *args: Any, questions: tuple[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field, question in zip(self.fields.values(), questions, strict=True):
            field.help_text = question

    @property
    def answers(self) -> tuple[str, str]:
        return self.cleaned_data["answer_1"], self.cleaned_data["answer_2"]


class NewPasswordForm(forms.Form):
    """A new password, under the registration rules of the rehearsal's era."""

    password = secret_field("New Password")
    confirm_password = secret_field("Confirm New Password")

    def __init__(self, *args: Any, account: PacerAccount, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account, self.era = account, account.rehearsal.era
        self.fields["password"].help_text = rule_list(password_rules(self.era))

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if faults := new_password_faults(password, self.account, self.era):
            raise ValidationError(faults)
        return password

    def clean(self) -> dict[str, Any]:
        super().clean()
        data, password = self.cleaned_data, self["password"].value()
        if password and "confirm_password" in data and data["confirm_password"] != password:
            self.add_error(
                "confirm_password", "New Password and Confirm New Password do not match."
            )
        return data
