"""Username, password and security questions, as registration and upgrade ask for them."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join

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

TAKEN = "Somebody already has this username: choose another one."


def rule_list(rules: Iterable[str]) -> str:
    """The rules beside a field, in the very words that a broken one is answered with."""
    return format_html('<ul class="usa-list">{}</ul>', _items(rules))


def _items(sentences: Iterable[str]) -> str:
    return format_html_join("", "<li>{}</li>", ((sentence,) for sentence in sentences))


def secret_field(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        strip=False,
        max_length=1000,  # the rules say 45; this only bounds what is looked at
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={
            "required": f"Enter {label}.",
            "max_length": f"{label} is far too long.",
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
            "max_length": f"{label} has room for 100 characters.",
        },
    )


def username_field(label: str, autocomplete: str) -> forms.CharField:
    """A username to be chosen, with the rules beside it; the form checks them."""
    return forms.CharField(
        label=label,
        help_text=rule_list(USERNAME_RULES),
        max_length=1000,  # the rules say 45; this only bounds what is looked at
        widget=forms.TextInput(
            attrs={"autocomplete": autocomplete, "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": f"Enter {label}.", "max_length": f"{label} is far too long."},
    )


class SecurityForm(PageForm):
    """`names`: the person's names; `is_taken(username)`: whether somebody else has it.

    `era`: the rehearsal's, whose password rules hold.
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
        held = super().clean()
        if (
            "confirm_password" in held
            and self["password"].value()
            and held["confirm_password"] != self["password"].value()
        ):
            self.add_error("confirm_password", "Password and Confirm Password are not the same.")
        return held

    def keep(self) -> dict[str, Any]:
        """Hashes in place of secrets. Slow on purpose: never call it inside a transaction."""
        held = self.cleaned_data
        return super().keep() | {
            "password": make_password(held["password"]),
            "answer_1": make_password(answer_key(held["answer_1"])),
            "answer_2": make_password(answer_key(held["answer_2"])),
        }
