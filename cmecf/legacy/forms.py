from typing import Any

from django import forms

from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.rules import MAX_PASSWORD, PASSWORD_RULES, password_faults
from cmecf.models import CmecfAccount
from rehearsals.help.refusals import Refusal

_NO_NULL = "Remove characters that can't be typed on a keyboard."


def _login(label: str, missing: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=256,
        error_messages={
            "required": missing,
            "max_length": "A login has at most 256 characters.",
            "null_characters_not_allowed": _NO_NULL,
        },
        widget=forms.TextInput(
            attrs={
                "autocomplete": "username",
                "autocapitalize": "none",
                "spellcheck": "false",
                "data-nostar": True,
            }
        ),
    )


def _password(
    label: str, missing: str, *, new: bool = False, help_text: str = ""
) -> forms.CharField:
    return forms.CharField(
        label=label,
        strip=False,
        max_length=MAX_PASSWORD,
        help_text=help_text,
        error_messages={
            "required": missing,
            "max_length": f"A password has at most {MAX_PASSWORD} characters.",
            "null_characters_not_allowed": _NO_NULL,
        },
        widget=forms.PasswordInput(
            attrs={
                "autocomplete": "new-password" if new else "current-password",
                "data-nostar": True,
            }
        ),
    )


class LegacyLoginForm(forms.Form):
    """ "Authentication" of the seed's Step 3, with the real field names: login, key, clcode, redaction."""

    error_anchor = "id_login"  # the error summary's link when login or password is wrong

    login = _login("Login:", "Enter your CM/ECF login or PACER username.")
    key = _password("Password:", "Enter your password.")
    clcode = forms.CharField(
        label="client code:",
        required=False,
        max_length=32,
        error_messages={
            "max_length": "A client code has at most 32 characters.",
            "null_characters_not_allowed": _NO_NULL,
        },
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    redaction = forms.BooleanField(
        label="I understand that, if I file, I must comply with the redaction requirements.",
        required=False,
    )

    def refuse(self, reason: Refusal) -> None:
        """Add the refusal to the form. An unproven login and the password are not shown again."""
        if reason is CmecfRefusal.REDACTION_NOT_CONFIRMED:
            self.add_error("redaction", reason.sentence)
            return
        self.add_error(None, reason.sentence)
        self.data = {**dict(self.data.items()), "login": ""}


class PacerLoginForm(LegacyLoginForm):
    """The second login of a filer, for what is billed to a PACER account."""

    login = _login("Login:", "Enter your PACER username.")
    redaction = None  # type: ignore[assignment]  # removes the field: it is about filing


class EmailForm(forms.Form):
    email = forms.EmailField(
        label="New e-mail address",
        max_length=254,
        error_messages={
            "required": "Enter the new e-mail address.",
            "invalid": "Enter an e-mail address such as name@example.com.",
            "max_length": "An e-mail address has at most 254 characters.",
            "null_characters_not_allowed": _NO_NULL,
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    email_again = forms.CharField(
        label="Confirm e-mail address",
        max_length=254,
        error_messages={
            "required": "Enter the new e-mail address again.",
            "max_length": "An e-mail address has at most 254 characters.",
            "null_characters_not_allowed": _NO_NULL,
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, account: CmecfAccount, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if email == self.account.email:
            raise forms.ValidationError("This address is already on file.")
        return email

    def clean(self) -> None:
        email, again = self.cleaned_data.get("email"), self.cleaned_data.get("email_again")
        if email and again and email != again:
            self.add_error("email_again", "The e-mail addresses don't match.")


class NewPasswordForm(forms.Form):
    """A new password, entered twice; the help text gives the rules."""

    new = _password("New password", "Enter a new password.", new=True, help_text=PASSWORD_RULES)
    again = _password("Confirm new password", "Enter the new password again.", new=True)

    def clean_new(self) -> str:
        new: str = self.cleaned_data["new"]
        if faults := password_faults(new):
            raise forms.ValidationError(faults)
        return new

    def clean(self) -> None:
        new, again = self.cleaned_data.get("new"), self.cleaned_data.get("again")
        if new and again and new != again:
            self.add_error("again", "The new passwords don't match.")


class ChangePasswordForm(NewPasswordForm):
    current = _password("Current password", "Enter your current password.")
    field_order = ("current", "new", "again")

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("new") and (
            self.cleaned_data["new"] == self.cleaned_data.get("current")
        ):
            self.add_error("new", "Choose a password that is different from your current one.")

    def refuse(self, reason: Refusal) -> None:
        if reason is CmecfRefusal.WRONG_LOGIN_OR_PASSWORD:
            self.add_error("current", "This is not your current password.")
        else:
            self.add_error(None, f"{reason.sentence} {reason.todo}")


class LostPasswordForm(forms.Form):
    """One field, as in the seed."""

    login = _login(
        'Enter your ECF login ID here and click on "Submit":', "Enter your ECF login ID."
    )

    def refuse(self, reason: Refusal) -> None:
        """Add the refusal to the form; the login is not shown again."""
        self.add_error("login", reason.sentence)
        self.data = {**dict(self.data.items()), "login": ""}


class SearchForm(forms.Form):
    q = forms.CharField(
        label="Search menus",
        max_length=60,
        error_messages={
            "required": "Enter a word, such as “password”.",
            "max_length": "Enter at most 60 characters.",
            "null_characters_not_allowed": _NO_NULL,
        },
        widget=forms.TextInput(attrs={"data-nostar": True, "autocomplete": "off"}),
    )
