from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from cmecf.models import CmecfAccount, EmailFormat, EmailFrequency
from pacer_accounts.profile.rules import unique_emails

MOST_ADDRESSES = 10


class NoticingForm(forms.Form):
    """Secondary addresses and delivery. The primary address is shown, but is kept somewhere else."""

    email = forms.EmailField(label="Primary e-mail address", disabled=True, required=False)
    secondary_emails = forms.CharField(
        label="Secondary e-mail addresses",
        help_text="One address on each line. Each gets its own notice, with its own free look.",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 4, "autocomplete": "off"}),
        error_messages={"max_length": "The addresses have at most 2,000 characters."},
    )
    email_frequency = forms.ChoiceField(
        label="How often",
        choices=EmailFrequency.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how often you get notices."},
    )
    email_format = forms.ChoiceField(
        label="Format",
        choices=EmailFormat.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose HTML or Text."},
    )

    def __init__(self, account: CmecfAccount, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(account, name) for name in self.base_fields}
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_secondary_emails(self) -> str:
        """The addresses, each once, without the primary address."""
        typed = self.cleaned_data["secondary_emails"].replace(",", " ").replace(";", " ").split()
        for address in typed:
            _check_address(address)
        primary = self.account.email.casefold()
        emails = [one for one in unique_emails(typed) if one.casefold() != primary]
        if len(emails) > MOST_ADDRESSES:
            raise ValidationError(f"Enter at most {MOST_ADDRESSES} secondary addresses.")
        return "\n".join(emails)

    @property
    def values(self) -> dict[str, str]:
        names = ("secondary_emails", "email_frequency", "email_format")
        return {name: self.cleaned_data[name] for name in names}


def _check_address(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError:
        message = "Enter each secondary address in the form name@example.com, one on each line."
        raise ValidationError(message) from None
    if len(address) > 254:
        raise ValidationError("An e-mail address has at most 254 characters.")
