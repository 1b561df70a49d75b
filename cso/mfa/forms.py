from collections.abc import Mapping
from typing import Any

from django import forms

from cso.sign_on.forms import MAX_PASSWORD
from pacer_accounts.wizards.forms import validate_writable
from rehearsals.help.refusals import Refusal

# The real page's element names (2025); client programs look for them.
PASSCODE_ELEMENT = "mfaForm:mfaInput"


class CodeInput(forms.TextInput):
    """Shows the code while it is typed; the page never repeats it."""

    def format_value(self, value: Any) -> None:
        return None


def code_field(label: str, **extra: Any) -> forms.CharField:
    attrs = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(
        label=label,
        max_length=40,
        widget=CodeInput(attrs=attrs),
        error_messages={
            "required": f"Enter the {label.lower()}.",
            "max_length": f"This is too long to be a {label.lower()}.",
        },
        **extra,
    )


class RefusableForm(forms.Form):
    """`refuse` shows a refusal on the form; the page shows what to do from `refusal`."""

    refusal: Refusal | None = None

    def refuse(self, refusal: Refusal, field: str | None = None) -> None:
        self.refusal = refusal
        self.add_error(field, refusal.sentence)


class PasscodeForm(RefusableForm):
    """The passcode at login."""

    error_anchor = PASSCODE_ELEMENT
    passcode = code_field(
        "One-time passcode", help_text="The six digits from your app, or one of your backup codes."
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        if data is not None:
            data = {PASSCODE_ELEMENT: data.get(PASSCODE_ELEMENT, data.get("passcode"))}
        super().__init__(data, auto_id="%s")

    def add_prefix(self, field_name: str) -> str:
        return PASSCODE_ELEMENT


class SecurityCodeForm(RefusableForm):
    code = code_field("Security code", help_text="Six digits, from the newest e-mail.")


class AppForm(RefusableForm):
    name = forms.CharField(
        label="Name of the app",
        max_length=40,
        validators=[validate_writable],
        help_text="For example, the name of the person whose phone it is on. It helps you remove the"
        " right app later.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": "A name can have at most 40 characters."},
    )
    passcode = code_field("One-time passcode", help_text="The six digits that the app shows now.")


class ProofForm(RefusableForm):
    """A password or a passcode, asked before a change."""

    password = forms.CharField(
        label="Password",
        required=False,
        strip=False,
        max_length=MAX_PASSWORD,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"max_length": "This is too long to be a PACER password."},
    )
    passcode = code_field("One-time passcode", required=False)

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if not self.errors and not (data["password"] or data["passcode"]):
            self.add_error("password", "Enter your password, or a one-time passcode below.")
        return data
