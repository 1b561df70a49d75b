"""The field in which a user chooses a PDF."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from rehearsals.documents.checks import check
from rehearsals.documents.document import Document
from rehearsals.documents.faults import Fault
from rehearsals.documents.names import safe_name
from rehearsals.web.uploads import LARGEST

NOT_A_FILE = "Choose the file again."
AGAIN = "Choose the file again. Your browser does not keep it after an error."


class PdfField(forms.FileField):
    """One PDF, checked; its value is a `Document`, or None if none was chosen.

    The check takes 0.15 s and runs last of the field's, after those of Django.
    """

    widget = forms.FileInput(attrs={"accept": "application/pdf,.pdf"})

    def __init__(self, label: str, help_text: str, *, required: bool = False) -> None:
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            error_messages={
                "required": f"Choose a PDF under {label}.",
                "empty": Fault.EMPTY,
                "invalid": NOT_A_FILE,
                "missing": NOT_A_FILE,
            },
        )

    def clean(self, data: Any, initial: Any = None) -> Document | None:
        upload = super().clean(data)  # never the initial value: no stored file is kept
        return read_document(upload) if upload else None


def read_document(upload: Any) -> Document:
    """An uploaded file, checked. Raises ValidationError."""
    content = upload.read(LARGEST + 1)
    found = check(content, upload.size)
    if isinstance(found, Fault):
        raise ValidationError(found)
    return Document(safe_name(upload.name), content, found)


def say_what_is_lost(form: forms.Form, name: str = "document") -> dict[str, Any]:
    """Ask to choose a valid file again after other errors, because the browser drops it."""
    if form.errors and form.cleaned_data.get(name):
        form.add_error(name, AGAIN)
    return form.cleaned_data
