from typing import Any

from django import forms

from dockets.reports.fields import DATE_ORDER, ReportForm, check_span, date_field

BY_DATE, BY_CASE = "de_date_filed", "cs_sort_case_numb"


class OpinionsForm(ReportForm):
    """The form of Written Opinions, with the real field names."""

    ranges = (("filed_from", "filed_to", DATE_ORDER),)

    filed_from = date_field("Filed from", required=True)
    filed_to = date_field("Filed to", required=True)
    case_num = forms.CharField(
        label="Case number",
        required=False,
        max_length=60,
        help_text="Leave it empty for all cases.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    all_case_ids = forms.IntegerField(
        required=False, min_value=0, max_value=10**15, widget=forms.HiddenInput
    )
    Key1 = forms.ChoiceField(
        label="Sort by",
        required=False,
        choices=[(BY_DATE, "Date filed"), (BY_CASE, "Case number")],
    )
    ShowFull = forms.BooleanField(label="Display full docket text", required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        check_span(self, "filed_from", "filed_to")
        return cleaned
