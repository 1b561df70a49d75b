import re
from typing import Any

from django import forms

from cmecf.models import Court
from dockets.cases.queries import cases_of_number
from dockets.documents.queries import find_in_case, is_text_only
from dockets.models import Case, EntryDocument
from dockets.reports.case_field import several

NO_DOCUMENT = "This case has no document with this number. Look at its docket sheet."
TEXT_ONLY = "Entry {} has no document: it is text only. Read it on the docket sheet."
NO_CASE = "Cannot find this case. Type its number as on the docket: {}."
_NUMBER = re.compile(r"(?P<number>[0-9]{1,9})(?:-(?P<attachment>[0-9]{1,4}))?", re.ASCII)


def find_typed(case: Case, typed: str) -> EntryDocument:
    """The document with the typed number, "12" or "12-1". Raises ValidationError."""
    found = _NUMBER.fullmatch(typed.strip())
    document = found and find_in_case(case, int(found["number"]), int(found["attachment"] or 0))
    if document:
        return document
    if found and not found["attachment"] and is_text_only(case, int(found["number"])):
        raise forms.ValidationError(TEXT_ONLY.format(int(found["number"])))
    raise forms.ValidationError(NO_DOCUMENT)


class DocumentNumberForm(forms.Form):
    """`cleaned_data["document"]`: the document of `case`."""

    document = forms.CharField(
        label="Document Number",
        max_length=14,
        help_text="As on the docket: 12. An attachment: 12-1.",
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case

    def clean_document(self) -> EntryDocument:
        return find_typed(self.case, self.cleaned_data["document"])


class VerifyForm(forms.Form):
    """`cleaned_data["document"]`: a document of an open case of `court`."""

    case = forms.CharField(label="Case Number", max_length=40)
    document = forms.CharField(
        label="Document Number", max_length=14, help_text="As on the docket: 12, or 12-1."
    )
    file = forms.FileField(
        label="File",
        required=False,
        help_text="The PDF to compare, without the header. We don't keep it.",
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )
    sha256 = forms.RegexField(
        r"(?i)\A[0-9a-f]{64}\Z",
        label="SHA-256",
        required=False,
        error_messages={
            "invalid": "A SHA-256 is 64 characters long: digits, and letters from a to f. Copy it again."
        },
        help_text="Instead of a file: its SHA-256, 64 digits and letters.",
    )
    stamp = forms.CharField(
        label="Electronic document Stamp",
        required=False,
        max_length=400,
        help_text="The last part of the stamp in the Notice of Electronic Filing.",
    )

    def __init__(self, *args: Any, court: Court, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.court = court

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if {"case", "document"} <= values.keys():
            found = [
                one for one in cases_of_number(self.court, values["case"]) if not one.is_sealed
            ]
            if len(found) != 1:
                wrong = NO_CASE.format(self.court.example_numbers[0])
                self.add_error("case", several(found) or wrong)
            else:
                found[0].court = self.court
                try:
                    values["document"] = find_typed(found[0], values["document"])
                except forms.ValidationError as error:
                    self.add_error("document", error)
        return values
