from django import forms

from dockets.reports.docket_sheet.options import ENTERED, FILED
from dockets.reports.listing import PeriodForm

NATURES = {
    "complaint": "Complaints",
    "motion": "Motions",
    "response": "Responses",
    "reply": "Replies",
    "notice": "Notices",
    "order": "Orders",
}


class ActivityForm(PeriodForm):
    """Docket entries of a period."""

    date_range_type = forms.ChoiceField(
        label="Dates of entries",
        required=False,
        choices=[(FILED, FILED), (ENTERED, ENTERED)],
        initial=FILED,
        widget=forms.RadioSelect,
    )
    case_type = forms.ChoiceField(
        label="Case type",
        required=False,
        choices=[("", "All"), ("cv", "Civil"), ("cr", "Criminal")],
    )
    event = forms.ChoiceField(
        label="Event", required=False, choices=[("", "All events"), *NATURES.items()]
    )
