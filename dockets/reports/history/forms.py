from django import forms

from dockets.reports.docket_sheet.options import NEWEST, OLDEST, SheetOptions
from dockets.reports.fields import ReportForm

HISTORY, DOCUMENTS = "History", "Documents"


class HistoryForm(ReportForm):
    """The form of History/Documents, with the real field names."""

    ranges = ()

    QueryType = forms.ChoiceField(
        label="Query type",
        required=False,
        choices=[(HISTORY, "All events"), (DOCUMENTS, "Only events with documents")],
        initial=HISTORY,
        widget=forms.RadioSelect,
    )
    sort1 = forms.ChoiceField(
        label="Sort by",
        required=False,
        choices=[("asc", "Oldest date first"), ("desc", "Most recent date first")],
    )
    DisplayDktText = forms.BooleanField(label="Display docket text", required=False)

    def options(self) -> SheetOptions:
        is_newest_first = self.cleaned_data["sort1"] == "desc"
        return SheetOptions(order=NEWEST if is_newest_first else OLDEST)
