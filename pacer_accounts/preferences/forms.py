"""Update PACER Billing Email, and Set PACER Billing Preferences."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from pacer_accounts.preferences.client_codes import LONGEST, mask_faults
from pacer_accounts.profile.forms import EmailFields

MOST_EMAILS = 5

EXAMPLE = (
    "9 stands for a digit, A for a letter, X for a letter or digit; every other sign stands for"
    " itself. 99999-AAA asks for 5 digits, a hyphen, 3 letters. Empty: any code."
)


class BillingEmailForm(EmailFields):
    billing_notice_emails = forms.CharField(
        label="Billing Notice Emails",
        required=False,
        max_length=5 * 254 + 100,
        help_text=f"Further addresses that get billing notices, one a line, up to {MOST_EMAILS}.",
        widget=forms.Textarea(attrs={"rows": MOST_EMAILS, "spellcheck": "false"}),
        error_messages={"max_length": f"Enter at most {MOST_EMAILS} addresses, one a line."},
    )

    def clean_billing_notice_emails(self) -> str:
        """The addresses, one a line, each once."""
        lines = [line.strip() for line in self.cleaned_data["billing_notice_emails"].splitlines()]
        emails = each_once(lines)
        if len(emails) > MOST_EMAILS:
            raise ValidationError(f"Enter at most {MOST_EMAILS} addresses, one a line.")
        wrong = [line for line in emails if not _is_email(line)]
        if wrong:
            raise ValidationError(
                f"Enter each address in the form name@example.com. This one is not: {wrong[0]}"
            )
        return "\n".join(emails)


def each_once(emails: Iterable[str]) -> list[str]:
    """As first written; capital letters make no other address."""
    seen: dict[str, str] = {}
    for email in filter(None, emails):
        seen.setdefault(email.casefold(), email)
    return list(seen.values())


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
    """All that a member of a PAA sets: the PAA sets the client code."""

    shows_receipts = _yes_no(
        "Transaction receipts",
        "Show receipts",
        "Hide receipts",
        help_text="A receipt with the pages and the cost stands below each report and document.",
    )


class PreferencesForm(ReceiptsForm):
    """`era`: of the rehearsal; it decides what a format may have."""

    requires_client_code = _yes_no("Require a client code", "Yes", "No")
    client_code_format = forms.CharField(
        label="Client code format",
        required=False,
        max_length=LONGEST,
        help_text=EXAMPLE,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"max_length": f"A format has room for {LONGEST} characters."},
    )

    def __init__(self, *args: Any, era: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.era = era

    def clean_client_code_format(self) -> str:
        mask = self.cleaned_data["client_code_format"]
        if faults := mask_faults(mask, self.era):
            raise ValidationError(faults)
        return mask
