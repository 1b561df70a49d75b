from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from rehearsals.documents.forms import PdfField, say_what_is_lost

LONGEST = 2000


class AnswerForm(forms.Form):
    """The answer to a court that asked for more information, with a document if it wants one."""

    answer = forms.CharField(
        label="Your answer to the court",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Enter Your answer to the court.",
            "max_length": f"Your answer to the court can have up to {LONGEST} characters.",
        },
    )
    document = PdfField("Document Upload", "One PDF of up to 1 MB, if the court asked for one.")

    def clean(self) -> dict[str, Any]:
        super().clean()
        return say_what_is_lost(self)

    def clean_answer(self) -> str:
        text: str = self.cleaned_data["answer"]
        if any(not char.isprintable() and char not in "\r\n\t" for char in text):
            raise ValidationError("Use only letters, digits and ordinary punctuation.")
        return text
