from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cso.sign_on.forms import MAX_PASSWORD
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from pacer_accounts.credentials.forms import (
    TAKEN,
    answer_field,
    rule_list,
    secret_field,
    username_field,
)
from pacer_accounts.credentials.rules import (
    PASSWORD_PARTS,
    new_password_faults,
    password_faults,
    password_rules,
    personal_parts,
    username_faults,
)
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.forms import choice_field
from pacer_accounts.wizards.forms import options
from rehearsals.help.refusals import Refusal


class CredentialForm(forms.Form):
    """A change that asks for the current password. Secret fields are never filled in again.

    `account`: the account signed on; `era`: the rehearsal's era.
    """

    current_password = secret_field("Current Password")

    def __init__(self, *args: Any, account: PacerAccount, era: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account, self.era = account, era
        self.refusal: Refusal | None = None
        self.fields["current_password"].widget.attrs["autocomplete"] = "current-password"

    def clean_current_password(self) -> str:
        password = self.cleaned_data["current_password"]
        if len(password) > MAX_PASSWORD:
            raise ValidationError("This is too long to be a PACER password.")
        return password

    def refuse(self, refusal: Refusal, field: str = "current_password") -> None:
        self.refusal = refusal
        self.add_error(field, refusal.sentence)


class UsernameForm(CredentialForm):
    """`is_taken(username)`: whether another account has it."""

    username = username_field("New Username", "off")
    field_order = ("username", "current_password")

    def __init__(self, *args: Any, is_taken: Callable[[str], bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_taken = is_taken

    def clean_username(self) -> str:
        username = self.cleaned_data["username"]
        if faults := username_faults(username):
            raise ValidationError(faults)
        if username == self.account.username:
            raise ValidationError("This is already your username.")
        if self.is_taken(username):
            raise ValidationError(TAKEN)
        return username

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        password, username = data.get("current_password"), data.get("username")
        if password and username and self._is_in_password(username, password):
            self.add_error(
                "username",
                "Your password contains part of this username. Choose another username, or change your"
                " password first.",
            )
        return data

    def _is_in_password(self, username: str, password: str) -> bool:
        parts = personal_parts(username=username, email="", names=())
        return PASSWORD_PARTS in password_faults(password, era=self.era, parts=parts)


class PasswordForm(CredentialForm):
    password = secret_field("New Password")
    confirm_password = secret_field("Confirm New Password")
    field_order = ("current_password", "password", "confirm_password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = rule_list(password_rules(self.era))

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        if password == self["current_password"].value():
            raise ValidationError("The new password must be different from the current one.")
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


class SecurityInformationForm(CredentialForm):
    question_1 = choice_field(
        "Security Question 1", options("Select a question", SECURITY_QUESTIONS_1)
    )
    answer_1 = answer_field("Security Answer 1")
    question_2 = choice_field(
        "Security Question 2", options("Select a question", SECURITY_QUESTIONS_2)
    )
    answer_2 = answer_field("Security Answer 2")
    field_order = ("question_1", "answer_1", "question_2", "answer_2", "current_password")
