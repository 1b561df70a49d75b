from typing import Any

from django import forms
from django.core.exceptions import ValidationError


class LineField(forms.CharField):
    """Text that staff type, as one line: for docket texts, logs and e-mails.

    Control and direction characters are refused, because a reader would see another text than the stored one.
    """

    def clean(self, value: Any) -> str:
        line = " ".join(super().clean(value).split())
        if not line.isprintable():
            raise ValidationError(
                "Delete the invisible characters. They often come from a copied text."
            )
        return line
