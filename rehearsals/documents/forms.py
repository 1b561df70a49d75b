"""The field in which a user chooses a PDF."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from rehearsals.documents.checks import check
from rehearsals.documents.document import Document
from rehearsals.documents.faults import Fault
from rehearsals.documents.limits import REQUEST, Limits
from rehearsals.documents.names import safe_name

NOT_A_FILE = "Choose the file again."
AGAIN = "Choose the file again. Your browser does not keep it after an error."


class PdfField(forms.FileField):
    """One PDF, checked; its value is a `Document`, or None if none was chosen.

    The check takes 0.15 s and runs last of the field's, after those of Django. `sentences`: what to say
    of faults, instead of Fault's own words.
    """

    widget = forms.FileInput(attrs={"accept": "application/pdf,.pdf"})

    def __init__(
        self,
        label: str,
        help_text: str,
        *,
        required: bool = False,
        limits: Limits = REQUEST,
        sentences: Mapping[Fault, str] | None = None,
    ) -> None:
        self.limits, self.sentences = limits, sentences or {}
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            error_messages={
                "required": f"Choose a PDF under {label}.",
                "empty": self.sentences.get(Fault.EMPTY, Fault.EMPTY),
                "invalid": NOT_A_FILE,
                "missing": NOT_A_FILE,
            },
        )

    def clean(self, data: Any, initial: Any = None) -> Document | None:
        upload = super().clean(data)  # never the initial value: no stored file is kept
        return read_document(upload, self.limits, self.sentences) if upload else None


def read_document(
    upload: Any, limits: Limits = REQUEST, sentences: Mapping[Fault, str] | None = None
) -> Document:
    """An uploaded file, checked. Raises ValidationError with one of `sentences`, or Fault's own words."""
    return checked(upload.name, upload.read(limits.size + 1), upload.size, limits, sentences or {})


def checked(
    name: str, content: bytes, size: int, limits: Limits, sentences: Mapping[Fault, str]
) -> Document:
    """As `read_document`, for a file of `size` bytes of which `content` holds the beginning."""
    found = check(content, size, limits)
    if isinstance(found, Fault):
        raise ValidationError(sentences.get(found, found), code=found.name)
    return Document(safe_name(name), content, found)


def say_what_is_lost(form: forms.Form, name: str = "document") -> dict[str, Any]:
    """Ask to choose a valid file again after other errors, because the browser drops it."""
    if form.errors and form.cleaned_data.get(name):
        form.add_error(name, AGAIN)
    return form.cleaned_data
