from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from pacer_accounts.preferences.client_codes import LONGEST, MASK_LENGTH, mask_faults
from pacer_accounts.profile.forms import EmailFields
from pacer_accounts.profile.rules import unique_emails

MOST_EMAILS = 5

EXAMPLE = (
    "Use 9 for a digit, A for a letter, and X for a letter or digit. Any other character must match"
    " exactly. For example, 99999-AAA means 5 digits, a hyphen and 3 letters. Leave empty to allow any"
    " code."
)


class BillingEmailForm(EmailFields):
    billing_notice_emails = forms.CharField(
        label="Billing Notice Emails",
        required=False,
        max_length=5 * 254 + 100,
        help_text=f"Up to {MOST_EMAILS} more addresses for billing notices, one on each line.",
        widget=forms.Textarea(attrs={"rows": MOST_EMAILS, "spellcheck": "false"}),
        error_messages={
            "max_length": f"Enter no more than {MOST_EMAILS} addresses, one on each line."
        },
    )

    def clean_billing_notice_emails(self) -> str:
        """The addresses, one on each line, without duplicates."""
        lines = [line.strip() for line in self.cleaned_data["billing_notice_emails"].splitlines()]
        emails = unique_emails(lines)
        if len(emails) > MOST_EMAILS:
            raise ValidationError(f"Enter no more than {MOST_EMAILS} addresses, one on each line.")
        wrong = [line for line in emails if not _is_email(line)]
        if wrong:
            raise ValidationError(
                f"Enter each address like this: name@example.com. This one is not valid: {wrong[0]}"
            )
        return "\n".join(emails)


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254


def _yes_no(label: str, yes: str, no: str, **extra: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=[("yes", yes), ("no", no)],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": f"Choose an answer: {label}."},
        **extra,
    )


class ReceiptsForm(forms.Form):
    """The preferences of a PAA's member: the PAA sets the client code rule."""

    shows_receipts = _yes_no(
        "Transaction receipts",
        "Show receipts",
        "Hide receipts",
        help_text="A receipt below each report and document shows its pages and cost.",
    )


class PreferencesForm(ReceiptsForm):
    """`era`: the rehearsal's; it decides what a client code format may have."""

    requires_client_code = _yes_no("Require a client code", "Yes", "No")
    client_code_format = forms.CharField(
        label="Client code format",
        required=False,
        max_length=LONGEST,
        help_text=EXAMPLE,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"max_length": MASK_LENGTH},
    )

    def __init__(self, *args: Any, era: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.era = era

    def clean_client_code_format(self) -> str:
        mask = self.cleaned_data["client_code_format"]
        if faults := mask_faults(mask, self.era):
            raise ValidationError(faults)
        return mask
