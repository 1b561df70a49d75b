from typing import Any

from django import forms

from dockets.reports.docket_sheet.options import (
    ENTERED,
    FILED,
    HTML,
    ORDERS,
    PDF,
    SheetOptions,
)
from dockets.reports.fields import DATE_ORDER, ReportForm, date_field

NUMBER_ORDER = (
    "The starting document number must be less than or equal to the ending document number."
)
_NUMBER_FAULTS = {
    "invalid": "Enter a document number, such as 12.",
    "min_value": "Document numbers start at 1.",
    "max_value": "Enter a smaller document number.",
}


def _number_field(label: str) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        min_value=1,
        max_value=999_999,
        error_messages=_NUMBER_FAULTS,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


def _box(label: str, *, is_on: bool = False) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False, initial=is_on)


class DocketSheetForm(ReportForm):
    """The form of the docket sheet, with the real field names."""

    ranges = (
        ("date_from", "date_to", DATE_ORDER),
        ("documents_numbered_from_", "documents_numbered_to_", NUMBER_ORDER),
    )

    case_num = forms.CharField(
        label="Case number",
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"id": "case_number_text_area_0", "autocomplete": "off"}),
    )
    all_case_ids = forms.IntegerField(
        required=False, min_value=0, max_value=10**15, widget=forms.HiddenInput
    )
    date_range_type = forms.ChoiceField(
        label="Dates of entries",
        required=False,
        choices=[(FILED, FILED), (ENTERED, ENTERED)],
        initial=FILED,
        widget=forms.RadioSelect,
    )
    date_from = date_field("From")
    date_to = date_field("To")
    documents_numbered_from_ = _number_field("Documents from number")
    documents_numbered_to_ = _number_field("To number")
    list_of_parties_and_counsel = _box("Parties and counsel", is_on=True)
    terminated_parties = _box("Terminated parties", is_on=True)
    list_of_member_cases = _box("List of member cases")
    pdf_header = forms.BooleanField(
        label="Include headers when displaying PDF documents",
        required=False,
        initial=True,
        widget=forms.CheckboxInput(attrs={"value": "1"}),
    )
    view_multi_docs = _box("View multiple documents")
    output_format = forms.ChoiceField(
        label="Format",
        help_text="Choose PDF to print or keep the docket. HTML works better with a screen reader.",
        required=False,
        choices=[(HTML, "HTML"), (PDF, "PDF Document")],
        initial=HTML,
        widget=forms.RadioSelect,
    )
    sort1 = forms.ChoiceField(
        label="Sort by", required=False, choices=[(key, key.capitalize()) for key in ORDERS]
    )

    @property
    def wants_pdf(self) -> bool:
        """Whether the valid form asks for a PDF."""
        return bool(self.cleaned_data["output_format"] == PDF)

    def options(self) -> SheetOptions:
        """What the valid form asks for."""
        data: dict[str, Any] = self.cleaned_data
        return SheetOptions(
            by_entry_date=data["date_range_type"] == ENTERED,
            start=data["date_from"],
            end=data["date_to"],
            first=data["documents_numbered_from_"],
            last=data["documents_numbered_to_"],
            has_parties=data["list_of_parties_and_counsel"],
            has_terminated=data["terminated_parties"],
            has_members=data["list_of_member_cases"],
            order=data["sort1"] or ORDERS[0],
            has_headers=data["pdf_header"],
            has_boxes=data["view_multi_docs"],
        )
