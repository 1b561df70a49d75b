"""Choosing the documents of a filing."""

from typing import Any

from django import forms

from dockets.documents.faults import LIMITS, SENTENCES
from dockets.documents.selection import ChosenDocument, chosen_practice, practice_choices
from rehearsals.documents.forms import PdfField
from rehearsals.documents.limits import FILING

PRACTICE_HELP = "A generated PDF. Never upload a client's document here."
CHOOSE_ONE = "Choose a file or a practice document."
NOT_BOTH = "You chose a file and a practice document. Choose only one of them."


class DocumentForm(forms.Form):
    """One document: an upload, or a practice document beside it.

    `kind`: of the event's main document, a key of dockets.documents.practice.KINDS. `with_attachments`:
    whether a practice document with attachments is offered. The result is
    `cleaned_data["documents"]`: a list of ChosenDocument, empty only if none is required.
    """

    practice = forms.ChoiceField(
        label="Use a practice document", required=False, help_text=PRACTICE_HELP
    )

    def __init__(
        self,
        *args: Any,
        label: str = "Main Document",
        kind: str = "other",
        with_attachments: bool = True,
        required: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.is_required = kind, required
        self.fields["upload"] = PdfField(label, LIMITS, limits=FILING, sentences=SENTENCES)
        self.order_fields(["upload", "practice"])
        practice: Any = self.fields["practice"]
        practice.choices = practice_choices(kind, with_attachments=with_attachments)

    def clean_practice(self) -> list[ChosenDocument]:
        choice: str = self.cleaned_data["practice"]
        if choice and not self.files.get(self.add_prefix("upload")):
            return chosen_practice(choice, self.kind)
        return []

    def clean(self) -> dict[str, Any]:
        upload = self.cleaned_data.get("upload")
        if self.files.get(self.add_prefix("upload")) and self.data.get(self.add_prefix("practice")):
            self.add_error("practice", NOT_BOTH)
        chosen = [ChosenDocument(upload)] if upload else self.cleaned_data.get("practice") or []
        if self.is_required and not chosen and not self.errors:
            self.add_error("upload", CHOOSE_ONE)
        return self.cleaned_data | {"documents": chosen}
