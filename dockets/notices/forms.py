from typing import Any

from django import forms

from cmecf.models import Court


class MailingInfoForm(forms.Form):
    case_num = forms.CharField(
        label="Case Number",
        max_length=40,
        error_messages={
            "required": "Enter a case number.",
            "max_length": "A case number has at most 40 characters.",
            "null_characters_not_allowed": "Enter a case number.",
        },
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, court: Court, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case_num"].help_text = f"For example, {court.example_numbers[0]}."
