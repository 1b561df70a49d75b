from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from cso.sign_on.rules import CLIENT_CODE_LENGTH
from pacer_accounts.models import PacerAccount
from pacer_accounts.preferences.client_codes import MISSING, CodeFault, describe, example
from rehearsals.help.refusals import Refusal

# The real page's element names; client programs look for them. The plain names also work.
ELEMENT_NAMES = {
    "username": "loginForm:loginName",
    "password": "loginForm:password",
    "client_code": "loginForm:clientCode",
}
MAX_PASSWORD = 128


class NameInput(forms.PasswordInput):
    """A visible text input that never repeats its value: users type passwords into this field."""

    input_type = "text"


class AccountSignOnForm(forms.Form):
    """The login form of Manage My Account, which has no client code."""

    error_anchor = ELEMENT_NAMES["username"]

    username = forms.CharField(
        max_length=45,
        widget=NameInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={
            "required": "Enter your username.",
            "max_length": "A PACER username has at most 45 characters.",
        },
    )
    password = forms.CharField(
        strip=False,
        validators=[MaxLengthValidator(MAX_PASSWORD, "This is too long to be a PACER password.")],
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Enter your password."},
    )

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(_by_element_name(data), auto_id="%s")
        self.refusal: Refusal | None = None

    def add_prefix(self, field_name: str) -> str:
        return ELEMENT_NAMES.get(field_name, field_name)

    def refuse(self, refusal: Refusal) -> None:
        """Show why the login was refused."""
        self.refusal = refusal
        self.add_error(None, refusal.sentence)


class SignOnForm(AccountSignOnForm):
    """The PACER Login form for every NextGen court."""

    client_code = forms.CharField(
        label="Client Code",
        required=False,
        max_length=CLIENT_CODE_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "max_length": f"A client code has at most {CLIENT_CODE_LENGTH} characters."
        },
    )


class ClientCodeForm(forms.Form):
    """Set or change the client code of the current sign-on."""

    client_code = forms.CharField(
        label="Client Code", required=False, widget=NameInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, account: PacerAccount, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mask, field = account.client_code_format, self.fields["client_code"]
        rule = "Required by this account" if account.requires_client_code else "Optional"
        field.help_text = f"{rule}: {describe(self.mask)}."
        if self.mask:
            field.help_text += f" For example {example(self.mask)}."

    def add_fault(self, fault: CodeFault) -> None:
        """Show why the account does not accept the code."""
        if fault is MISSING:
            message = "Enter a client code. This account requires one."
        else:
            message = f"Invalid Client Code. Enter {describe(self.mask)}."
        self.add_error("client_code", message)

    @property
    def confirmation(self) -> str:
        code = self.cleaned_data["client_code"]
        result = f"Your client code is now {code}." if code else "You now have no client code."
        return f"{result} It applies at every NextGen court until you log out."


def _by_element_name(data: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if data is None:
        return None
    return {full: data.get(full, data.get(plain)) for plain, full in ELEMENT_NAMES.items()}
