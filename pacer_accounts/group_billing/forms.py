from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.validators import RegexValidator

from pacer_accounts.group_billing.rules import is_waiting
from pacer_accounts.models import PaaMembership
from pacer_accounts.wizards.forms import text_field

ACKNOWLEDGMENT = (
    "I understand that, once the holder accepts, this PAA is billed for the account's PACER use and"
    " takes over its current balance."
)


class RemarkForm(forms.Form):
    remark = text_field("Remark", 200, required=False)


class AddAccountForm(RemarkForm):
    account_number = text_field("Account Number", 20)
    last_name = text_field("Last Name", 50)
    acknowledged = forms.BooleanField(
        label=ACKNOWLEDGMENT,
        error_messages={"required": "Check the box to confirm that this PAA will be billed."},
    )
    field_order = ("account_number", "last_name", "remark", "acknowledged")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number = self.fields["account_number"]
        number.widget.attrs |= {"inputmode": "numeric", "autocomplete": "off"}
        number.validators.append(
            RegexValidator(r"\A[0-9]{7}\Z", "Enter the seven digits of the account number.")
        )


class RemoveForm(RemarkForm):
    """`memberships`: the PAA's members and open invitations, each with its account."""

    chosen = forms.TypedMultipleChoiceField(
        label="Accounts",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Select at least one account.",
            "invalid_choice": "One of the accounts is no longer with this PAA. Check the list and"
            " select again.",
        },
    )
    field_order = ("chosen", "remark")

    def __init__(self, *args: Any, memberships: Iterable[PaaMembership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.TypedMultipleChoiceField, self.fields["chosen"])
        field.choices = [(row.pk, _label(row)) for row in memberships]


def _label(row: PaaMembership) -> str:
    name = f"{row.account.account_number} {row.account.full_name}"
    return f"{name} (open invitation)" if is_waiting(row) else name
