"""Username, password and security questions, for registration and upgrade."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from pacer_accounts.credentials.rules import (
    USERNAME_RULES,
    answer_key,
    password_faults,
    password_rules,
    personal_parts,
    username_faults,
)
from pacer_accounts.profile.forms import choice_field
from pacer_accounts.wizards.forms import PageForm, UnechoedInput, options, validate_writable
from rehearsals.models import Era

TAKEN = "This username is taken. Choose another one."


def rule_list(rules: Iterable[str]) -> SafeString:
    """The rules beside a field, in the same words as the errors."""
    return format_html('<ul class="usa-list">{}</ul>', _items(rules))


def _items(sentences: Iterable[str]) -> SafeString:
    return format_html_join("", "<li>{}</li>", ((sentence,) for sentence in sentences))


def secret_field(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        strip=False,
        max_length=1000,  # a bound on the input; the rules say 45
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={
            "required": f"Enter {label}.",
            "max_length": f"{label} is too long.",
        },
    )


def answer_field(label: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=100,
        validators=[validate_writable],
        widget=UnechoedInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": f"Enter {label}.",
            "max_length": f"{label} can have at most 100 characters.",
        },
    )


def username_field(label: str, autocomplete: str) -> forms.CharField:
    """A new username, with the rules beside it. The form checks them."""
    return forms.CharField(
        label=label,
        help_text=rule_list(USERNAME_RULES),
        max_length=1000,  # a bound on the input; the rules say 45
        widget=forms.TextInput(
            attrs={"autocomplete": autocomplete, "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": f"Enter {label}.", "max_length": f"{label} is too long."},
    )


class SecurityForm(PageForm):
    """`names`: the person's names; `is_taken(username)`: whether another account has it.

    `era`: the rehearsal's era, which sets the password rules.
    """

    secrets = frozenset({"password", "confirm_password", "answer_1", "answer_2"})

    username = username_field("Username", "username")
    password = secret_field("Password")
    confirm_password = secret_field("Confirm Password")
    question_1 = choice_field(
        "Security Question 1", options("Select a question", SECURITY_QUESTIONS_1)
    )
    answer_1 = answer_field("Security Answer 1")
    question_2 = choice_field(
        "Security Question 2", options("Select a question", SECURITY_QUESTIONS_2)
    )
    answer_2 = answer_field("Security Answer 2")

    def __init__(
        self,
        *args: Any,
        names: Iterable[str],
        email: str,
        is_taken: Callable[[str], bool],
        era: str = Era.Y2020,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.names, self.email, self.is_taken = tuple(names), email, is_taken
        self.era = era
        self.fields["password"].help_text = rule_list(password_rules(era))

    def clean_username(self) -> str:
        username = self.cleaned_data["username"]
        if faults := username_faults(username):
            raise ValidationError(faults)
        if self.is_taken(username):
            raise ValidationError(TAKEN)
        return username

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        parts = personal_parts(
            username=self["username"].value() or "", email=self.email, names=self.names
        )
        if faults := password_faults(password, era=self.era, parts=parts):
            raise ValidationError(faults)
        return password

    def clean(self) -> dict[str, Any]:
        super().clean()
        password = self["password"].value()
        confirmed = self.cleaned_data.get("confirm_password", password)
        if password and confirmed != password:
            self.add_error("confirm_password", "Password and Confirm Password don't match.")
        return self.cleaned_data

    def keep(self) -> dict[str, Any]:
        """Hashes instead of secrets. Hashing is slow: never call this inside a transaction."""
        secrets = self.cleaned_data
        return super().keep() | {
            "password": make_password(secrets["password"]),
            "answer_1": make_password(answer_key(secrets["answer_1"])),
            "answer_2": make_password(answer_key(secrets["answer_2"])),
        }
